import type { Migration } from '../../kernel/migrate.ts';

export const memberFields: Migration = {
  version: 200,
  name: 'member-fields',
  sql: `
    -- The fields that a store or the chain defined for its members. Their values stand in member_identity.custom, by the id.
    CREATE TABLE member_field (
      field_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('text', 'whole', 'date', 'flag', 'choice')),
      -- [{"key": 1, "name": …, "retired": false}, …]: what values of a choice say, also those that are no longer offered.
      options TEXT NOT NULL CHECK (json_valid(options)),
      required INTEGER NOT NULL CHECK (required IN (0, 1)),
      position INTEGER NOT NULL,
      retired INTEGER NOT NULL CHECK (retired IN (0, 1))
    ) STRICT;
  `,
};
