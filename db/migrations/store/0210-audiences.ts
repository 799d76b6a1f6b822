import type { Migration } from '../../kernel/migrate.ts';

export const audiences: Migration = {
  version: 210,
  name: 'audiences',
  sql: `
    CREATE TABLE audience (
      audience_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      state TEXT NOT NULL CHECK (state IN ('active', 'removed'))
    ) STRICT;

    CREATE TABLE audience_version (
      version_pk INTEGER PRIMARY KEY,
      audience_pk INTEGER NOT NULL REFERENCES audience,
      version INTEGER NOT NULL CHECK (version > 0),
      state TEXT NOT NULL CHECK (state IN ('active', 'removed')),
      name TEXT NOT NULL,
      terms TEXT NOT NULL CHECK (json_valid(terms)),
      note TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff,
      UNIQUE (audience_pk, version)
    ) STRICT;

    -- Some members were put into a list, or taken out of it: who did it and when.
    CREATE TABLE audience_entry (
      entry_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      audience_pk INTEGER NOT NULL REFERENCES audience,
      -- The ids, as they were named.
      member_ids TEXT NOT NULL CHECK (json_valid(member_ids)),
      is_in INTEGER NOT NULL CHECK (is_in IN (0, 1)),
      at_ms INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff,
      hlc TEXT NOT NULL
    ) STRICT;

    -- Derived: the entry in force of each id that was ever in a list. Who is in a segment is asked of the members.
    CREATE TABLE audience_member (
      audience_pk INTEGER NOT NULL REFERENCES audience,
      member_pk INTEGER NOT NULL REFERENCES member,
      entry_pk INTEGER NOT NULL REFERENCES audience_entry,
      is_in INTEGER NOT NULL CHECK (is_in IN (0, 1)),
      PRIMARY KEY (audience_pk, member_pk)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX audience_member_lists ON audience_member (member_pk, audience_pk) WHERE is_in = 1;
  `,
};
