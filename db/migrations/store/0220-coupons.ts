import type { Migration } from '../../kernel/migrate.ts';

export const coupons: Migration = {
  version: 220,
  name: 'coupons',
  sql: `
    CREATE TABLE coupon_kind (
      kind_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      state TEXT NOT NULL CHECK (state IN ('draft', 'live', 'stopped', 'removed'))
    ) STRICT;
    CREATE TABLE coupon_kind_version (
      version_pk INTEGER PRIMARY KEY,
      kind_pk INTEGER NOT NULL REFERENCES coupon_kind,
      version INTEGER NOT NULL CHECK (version > 0),
      state TEXT NOT NULL CHECK (state IN ('draft', 'live', 'stopped', 'removed')),
      terms TEXT NOT NULL CHECK (json_valid(terms)),
      at_ms INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff,
      UNIQUE (kind_pk, version)
    ) STRICT;

    -- What coupons that were issued together have in common: one coupon, or a chunk of a batch.
    CREATE TABLE coupon_issue (
      issue_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      kind_pk INTEGER NOT NULL REFERENCES coupon_kind,
      kind_version INTEGER NOT NULL CHECK (kind_version > 0),
      member_pk INTEGER REFERENCES member,
      origin TEXT NOT NULL CHECK (origin IN ('batch', 'offer', 'hand', 'automation')),
      batch_id BLOB CHECK (length(batch_id) = 16),
      purchase_pk INTEGER REFERENCES purchase,
      offer_pk INTEGER REFERENCES offer,
      from_date TEXT NOT NULL,
      through_date TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff
    ) STRICT;
    CREATE INDEX coupon_issue_member ON coupon_issue (member_pk) WHERE member_pk IS NOT NULL;
    CREATE INDEX coupon_issue_purchase ON coupon_issue (purchase_pk) WHERE purchase_pk IS NOT NULL;
    CREATE INDEX coupon_issue_batch ON coupon_issue (batch_id) WHERE batch_id IS NOT NULL;

    CREATE TABLE coupon (
      coupon_pk INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      issue_pk INTEGER NOT NULL REFERENCES coupon_issue,
      kind_pk INTEGER NOT NULL REFERENCES coupon_kind,
      -- The one store that may take it, like a lot's.
      holder_pk INTEGER NOT NULL REFERENCES store,
      -- Of the issue, so that what has expired is counted from the index.
      through_date TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'used', 'taken-back')),
      used_pk INTEGER REFERENCES purchase,
      CHECK ((state = 'used') = (used_pk IS NOT NULL))
    ) STRICT;
    CREATE INDEX coupon_of_kind ON coupon (kind_pk, state, through_date);
    CREATE INDEX coupon_of_issue ON coupon (issue_pk);

    -- The coupons of each purchase; on a return or a void those of its sale, with what it gave back of them.
    CREATE TABLE coupon_use (
      purchase_pk INTEGER NOT NULL REFERENCES purchase,
      coupon_pk INTEGER NOT NULL REFERENCES coupon,
      offer_pk INTEGER NOT NULL REFERENCES offer,
      uses INTEGER NOT NULL CHECK (uses BETWEEN -1 AND 1),
      discount_minor INTEGER NOT NULL,
      PRIMARY KEY (purchase_pk, coupon_pk)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE coupon_recall (
      recall_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      to_state TEXT NOT NULL CHECK (to_state IN ('taken-back', 'open')),
      why TEXT NOT NULL CHECK (why IN ('hand', 'return')),
      reason TEXT,
      purchase_pk INTEGER REFERENCES purchase,
      at_ms INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff
    ) STRICT;
    CREATE INDEX coupon_recall_purchase ON coupon_recall (purchase_pk) WHERE purchase_pk IS NOT NULL;
    CREATE TABLE coupon_recalled (
      recall_pk INTEGER NOT NULL REFERENCES coupon_recall,
      coupon_pk INTEGER NOT NULL REFERENCES coupon,
      -- It had been used by then and stays so.
      too_late INTEGER NOT NULL CHECK (too_late IN (0, 1)),
      PRIMARY KEY (recall_pk, coupon_pk)
    ) STRICT, WITHOUT ROWID;

    -- Derived: by these limits and budgets are kept.
    CREATE TABLE coupon_sum (
      kind_pk INTEGER PRIMARY KEY REFERENCES coupon_kind,
      issued INTEGER NOT NULL,
      used INTEGER NOT NULL,
      taken_back INTEGER NOT NULL,
      cost_minor INTEGER NOT NULL,
      sales_minor INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE coupon_member_sum (
      kind_pk INTEGER NOT NULL REFERENCES coupon_kind,
      member_pk INTEGER NOT NULL REFERENCES member,
      uses INTEGER NOT NULL,
      PRIMARY KEY (kind_pk, member_pk)
    ) STRICT, WITHOUT ROWID;

    -- How far an issue of many has come; what it issued are facts.
    CREATE TABLE coupon_batch (
      batch_id BLOB PRIMARY KEY CHECK (length(batch_id) = 16),
      kind_pk INTEGER NOT NULL REFERENCES coupon_kind,
      wanted INTEGER NOT NULL CHECK (wanted > 0),
      issued INTEGER NOT NULL CHECK (issued BETWEEN 0 AND wanted),
      state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'done', 'failed')),
      begun_at_ms INTEGER NOT NULL,
      staff_pk INTEGER NOT NULL REFERENCES staff
    ) STRICT;
    CREATE INDEX coupon_batch_kind ON coupon_batch (kind_pk);

    -- Codes that are nobody's, as digests, for as long as they count against the till that tried them.
    CREATE TABLE coupon_guess (
      till_pk INTEGER NOT NULL REFERENCES till,
      code_digest BLOB NOT NULL,
      at_ms INTEGER NOT NULL,
      PRIMARY KEY (till_pk, code_digest)
    ) STRICT, WITHOUT ROWID;
  `,
};
