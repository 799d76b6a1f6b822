import type { Migration } from '../../kernel/migrate.ts';

export const tiers: Migration = {
  version: 190,
  name: 'tiers',
  sql: `
    -- Every time a tier changed, or was looked at and kept, with everything by which it was decided.
    CREATE TABLE tier_change (
      change_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      member_pk INTEGER NOT NULL REFERENCES member,
      from_tier TEXT NOT NULL CHECK (from_tier IN ('member', 'silver', 'gold', 'platinum')),
      to_tier TEXT NOT NULL CHECK (to_tier IN ('member', 'silver', 'gold', 'platinum')),
      reason TEXT NOT NULL,
      basis TEXT NOT NULL CHECK (basis IN ('spend', 'points-earned', 'visits')),
      basis_value INTEGER,
      counted_from TEXT,
      counted_to TEXT NOT NULL,
      ends_on TEXT,
      review_on TEXT,
      programme_version INTEGER NOT NULL,
      purchase_pk INTEGER REFERENCES purchase,
      at_ms INTEGER NOT NULL,
      -- The stamp of the fact: the order of facts, whatever the wall clock showed.
      hlc TEXT NOT NULL,
      business_date TEXT NOT NULL,
      CHECK ((ends_on IS NULL) = (review_on IS NULL))
    ) STRICT;
    CREATE INDEX tier_change_member ON tier_change (member_pk, hlc);
    CREATE INDEX tier_change_purchase ON tier_change (purchase_pk) WHERE purchase_pk IS NOT NULL;

    -- Derived: the last change of each id, and when it is looked at again.
    CREATE TABLE tier_standing (
      member_pk INTEGER PRIMARY KEY REFERENCES member,
      change_pk INTEGER NOT NULL REFERENCES tier_change,
      review_on TEXT
    ) STRICT;
    CREATE INDEX tier_standing_review ON tier_standing (review_on) WHERE review_on IS NOT NULL;

    -- Local: how far the work of each night has come. Committed with what it did, so that it goes on there after a kill.
    CREATE TABLE nightly_run (
      business_date TEXT PRIMARY KEY,
      started_at_ms INTEGER NOT NULL,
      ended_at_ms INTEGER,
      step TEXT NOT NULL,
      -- Where in the step it goes on; empty at its beginning.
      at_cursor TEXT NOT NULL,
      -- The newest purchase that tiers were counted for, and the rules that they were counted by.
      through_purchase_pk INTEGER NOT NULL,
      ladder TEXT NOT NULL CHECK (json_valid(ladder)),
      counts TEXT NOT NULL CHECK (json_valid(counts)),
      failures TEXT NOT NULL CHECK (json_valid(failures))
    ) STRICT, WITHOUT ROWID;
  `,
};
