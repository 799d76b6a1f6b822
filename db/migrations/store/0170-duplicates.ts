import type { Migration } from '../../kernel/migrate.ts';

export const duplicates: Migration = {
  version: 170,
  name: 'duplicates',
  sql: `
    -- Pairs that somebody looked at and found to be two persons.
    CREATE TABLE member_distinct (
      low_pk INTEGER NOT NULL REFERENCES member,
      high_pk INTEGER NOT NULL REFERENCES member CHECK (high_pk > low_pk),
      is_distinct INTEGER NOT NULL CHECK (is_distinct IN (0, 1)),
      at_ms INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff,
      hlc TEXT NOT NULL,
      PRIMARY KEY (low_pk, high_pk)
    ) STRICT, WITHOUT ROWID;
  `,
};
