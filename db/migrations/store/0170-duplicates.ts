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

    -- What the last scan of all members found, in one row. Pairs and flaws of other scans are on their way out.
    CREATE TABLE member_scan (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      scan INTEGER NOT NULL,
      started_at_ms INTEGER NOT NULL,
      ended_at_ms INTEGER NOT NULL,
      figures TEXT NOT NULL CHECK (json_valid(figures))
    ) STRICT;

    -- Two ids that may be one person, and the group that they hang together in.
    CREATE TABLE duplicate_pair (
      scan INTEGER NOT NULL,
      first_pk INTEGER NOT NULL REFERENCES member,
      second_pk INTEGER NOT NULL REFERENCES member CHECK (second_pk > first_pk),
      group_no INTEGER NOT NULL,
      -- Evidence in hundredths of a bit.
      centibits INTEGER NOT NULL,
      band TEXT NOT NULL CHECK (band IN ('sure', 'likely', 'possible')),
      reasons TEXT NOT NULL CHECK (json_valid(reasons)),
      PRIMARY KEY (scan, first_pk, second_pk)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX duplicate_pair_group ON duplicate_pair (scan, group_no);

    -- Who is to be mended first, by flaw, in the order in which it is worth it.
    CREATE TABLE member_flaw (
      scan INTEGER NOT NULL,
      flaw TEXT NOT NULL,
      position INTEGER NOT NULL,
      member_pk INTEGER NOT NULL REFERENCES member,
      PRIMARY KEY (scan, flaw, position)
    ) STRICT, WITHOUT ROWID;
  `,
};
