import type { Migration } from '../../kernel/migrate.ts';

export const lists: Migration = {
  version: 130,
  name: 'lists',
  sql: `
    -- How a colleague arranged a list, and the filters that were kept under a name.
    CREATE TABLE list_layout (
      layout_pk INTEGER PRIMARY KEY,
      staff_pk INTEGER NOT NULL REFERENCES staff,
      list TEXT NOT NULL,
      layout TEXT NOT NULL CHECK (json_valid(layout)),
      UNIQUE (staff_pk, list)
    ) STRICT;

    CREATE TABLE list_filter (
      filter_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      staff_pk INTEGER NOT NULL REFERENCES staff,
      list TEXT NOT NULL,
      name TEXT NOT NULL,
      conditions TEXT NOT NULL CHECK (json_valid(conditions)),
      UNIQUE (staff_pk, list, name)
    ) STRICT;
  `,
};
