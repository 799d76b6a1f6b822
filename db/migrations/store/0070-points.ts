import type { Migration } from '../../kernel/migrate.ts';

export const points: Migration = {
  version: 70,
  name: 'points',
  sql: `
    -- A lot is opened by an entry and takes that entry's key and id.
    CREATE TABLE points_lot (
      lot_pk INTEGER PRIMARY KEY,
      source TEXT NOT NULL CHECK (source IN ('purchase', 'opening', 'adjustment', 'bonus')),
      issued_points INTEGER NOT NULL CHECK (issued_points > 0),
      earned_at_ms INTEGER NOT NULL,
      available_at_ms INTEGER NOT NULL,
      expires_at_ms INTEGER,
      CHECK (expires_at_ms IS NULL OR expires_at_ms > earned_at_ms)
    ) STRICT;

    -- The ledger: append-only. Every entry names a lot and who holds it.
    CREATE TABLE points_entry (
      entry_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      kind TEXT NOT NULL,
      member_pk INTEGER NOT NULL REFERENCES member,
      lot_pk INTEGER NOT NULL REFERENCES points_lot,
      holder_pk INTEGER NOT NULL REFERENCES store,
      points INTEGER NOT NULL,
      debt_points INTEGER NOT NULL,
      act_id BLOB NOT NULL CHECK (length(act_id) = 16),
      purchase_pk INTEGER REFERENCES purchase,
      at_ms INTEGER NOT NULL,
      -- The stamp of the fact: the order of facts, whatever the wall clock showed.
      hlc TEXT NOT NULL,
      business_date TEXT NOT NULL,
      programme_version INTEGER,
      reason TEXT,
      staff_pk INTEGER REFERENCES staff,
      approved_by_pk INTEGER REFERENCES staff,
      -- Under which id the person asked, where the lot lies under another of the same person's.
      asked_pk INTEGER REFERENCES member
    ) STRICT;
    CREATE INDEX points_entry_member ON points_entry (member_pk, hlc);
    -- Entries of a purchase are found by its member and stamp; these lie with other ids.
    CREATE INDEX points_entry_elsewhere ON points_entry (purchase_pk) WHERE asked_pk IS NOT NULL AND purchase_pk IS NOT NULL;
    -- Acts that are a purchase are found through it; this is for the others, such as a reward.
    CREATE INDEX points_entry_act ON points_entry (act_id) WHERE purchase_pk IS NULL;

    -- Derived: who holds how much of which lot, as long as it is anything. By member, so that a till reads one place.
    CREATE TABLE lot_holding (
      member_pk INTEGER NOT NULL REFERENCES member,
      lot_pk INTEGER NOT NULL REFERENCES points_lot,
      holder_pk INTEGER NOT NULL REFERENCES store,
      held_points INTEGER NOT NULL CHECK (held_points >= 0),
      PRIMARY KEY (member_pk, lot_pk, holder_pk)
    ) STRICT, WITHOUT ROWID;
  `,
};
