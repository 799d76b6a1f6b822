import type { Migration } from '../../kernel/migrate.ts';

export const erasures: Migration = {
  version: 310,
  name: 'erasures',
  sql: `
    -- Who asked to be forgotten, and when: the list that is never shortened.
    CREATE TABLE member_erasure (
      id BLOB NOT NULL CHECK (length(id) = 16),
      member_pk INTEGER NOT NULL REFERENCES member,
      at_ms INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff,
      PRIMARY KEY (id, member_pk)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX member_erasure_member ON member_erasure (member_pk);
  `,
};
