import type { Migration } from '../../kernel/migrate.ts';

export const offers: Migration = {
  version: 180,
  name: 'offers',
  sql: `
    CREATE TABLE offer (
      offer_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      state TEXT NOT NULL CHECK (state IN ('draft', 'live', 'paused', 'ended', 'removed'))
    ) STRICT;
    CREATE INDEX offer_live ON offer (state) WHERE state = 'live';

    -- Every version that was ever written: what a purchase applied stays readable.
    CREATE TABLE offer_version (
      version_pk INTEGER PRIMARY KEY,
      offer_pk INTEGER NOT NULL REFERENCES offer,
      version INTEGER NOT NULL CHECK (version > 0),
      state TEXT NOT NULL CHECK (state IN ('draft', 'live', 'paused', 'ended', 'removed')),
      name TEXT NOT NULL,
      terms TEXT NOT NULL CHECK (json_valid(terms)),
      note TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff,
      UNIQUE (offer_pk, version)
    ) STRICT;

    -- What each purchase had of each offer: one of its uses, money and points, or on a return or a void what it gave back.
    -- The rows of an offer add up to what was had of it; when, and by whom, is the purchase's.
    CREATE TABLE offer_use (
      purchase_pk INTEGER NOT NULL REFERENCES purchase,
      -- In the order of the offers' turns, from 1.
      use_no INTEGER NOT NULL CHECK (use_no > 0),
      offer_pk INTEGER NOT NULL REFERENCES offer,
      version INTEGER NOT NULL CHECK (version > 0),
      uses INTEGER NOT NULL CHECK (uses BETWEEN -1 AND 1),
      discount_minor INTEGER NOT NULL,
      points INTEGER NOT NULL,
      PRIMARY KEY (purchase_pk, offer_pk)
    ) STRICT, WITHOUT ROWID;

    -- The rules that a sale was made under, kept for its returns.
    CREATE TABLE purchase_promotion (
      purchase_pk INTEGER PRIMARY KEY REFERENCES purchase,
      frozen TEXT NOT NULL CHECK (json_valid(frozen))
    ) STRICT;

    -- Derived: the sums of the uses, by which limits and budgets are kept.
    CREATE TABLE offer_sum (
      offer_pk INTEGER PRIMARY KEY REFERENCES offer,
      uses INTEGER NOT NULL,
      members INTEGER NOT NULL,
      discount_minor INTEGER NOT NULL,
      points INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE offer_member_sum (
      offer_pk INTEGER NOT NULL REFERENCES offer,
      member_pk INTEGER NOT NULL REFERENCES member,
      uses INTEGER NOT NULL,
      PRIMARY KEY (offer_pk, member_pk)
    ) STRICT, WITHOUT ROWID;
  `,
};
