import type { Migration } from '../../kernel/migrate.ts';

export const automations: Migration = {
  version: 250,
  name: 'automations',
  sql: `
    CREATE TABLE automation (
      automation_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      state TEXT NOT NULL CHECK (state IN ('live', 'paused', 'removed'))
    ) STRICT;

    CREATE TABLE automation_version (
      version_pk INTEGER PRIMARY KEY,
      automation_pk INTEGER NOT NULL REFERENCES automation,
      version INTEGER NOT NULL CHECK (version > 0),
      state TEXT NOT NULL CHECK (state IN ('live', 'paused', 'removed')),
      terms TEXT NOT NULL CHECK (json_valid(terms)),
      at_ms INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff,
      UNIQUE (automation_pk, version)
    ) STRICT;

    -- Whom an automation met and by which occasion, once each, also whoever was kept out.
    CREATE TABLE automation_occasion (
      occasion_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      automation_pk INTEGER NOT NULL REFERENCES automation,
      automation_version INTEGER NOT NULL,
      member_pk INTEGER NOT NULL REFERENCES member,
      occasion TEXT NOT NULL,
      due_on TEXT NOT NULL,
      taken_on TEXT NOT NULL,
      -- Purchases until then count as come.
      measured_through TEXT NOT NULL,
      is_control INTEGER NOT NULL CHECK (is_control IN (0, 1)),
      is_messaged INTEGER NOT NULL CHECK (is_messaged IN (0, 1)),
      coupon_issue_id BLOB CHECK (length(coupon_issue_id) = 16),
      points INTEGER NOT NULL CHECK (points >= 0),
      missed TEXT NOT NULL CHECK (json_valid(missed)),
      at_ms INTEGER NOT NULL,
      hlc TEXT NOT NULL,
      -- Derived, kept with each purchase, so that an evaluation reads none.
      sales_minor INTEGER NOT NULL,
      purchases INTEGER NOT NULL,
      UNIQUE (automation_pk, member_pk, occasion)
    ) STRICT;
    CREATE INDEX automation_occasion_member ON automation_occasion (member_pk, hlc);
    CREATE INDEX automation_occasion_taken ON automation_occasion (automation_pk, taken_on, is_control);
    CREATE INDEX automation_occasion_measured ON automation_occasion (automation_pk, measured_through, member_pk);

    CREATE INDEX tier_change_date ON tier_change (business_date) WHERE from_tier <> to_tier;
  `,
};
