import type { Migration } from '../../kernel/migrate.ts';

export const campaigns: Migration = {
  version: 230,
  name: 'campaigns',
  sql: `
    CREATE TABLE campaign (
      campaign_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'live', 'paused', 'ended', 'removed')),
      -- Of the version in force, for the purchases that it is counted by.
      from_date TEXT NOT NULL,
      last_date TEXT NOT NULL,
      budget_minor INTEGER NOT NULL CHECK (budget_minor >= 0),
      control_bp INTEGER NOT NULL CHECK (control_bp BETWEEN 0 AND 10000)
    ) STRICT;

    CREATE TABLE campaign_version (
      version_pk INTEGER PRIMARY KEY,
      campaign_pk INTEGER NOT NULL REFERENCES campaign,
      version INTEGER NOT NULL CHECK (version > 0),
      state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'live', 'paused', 'ended', 'removed')),
      terms TEXT NOT NULL CHECK (json_valid(terms)),
      at_ms INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff,
      UNIQUE (campaign_pk, version)
    ) STRICT;

    -- The offers of the version in force.
    CREATE TABLE campaign_offer (
      campaign_pk INTEGER NOT NULL REFERENCES campaign,
      offer_pk INTEGER NOT NULL REFERENCES offer,
      PRIMARY KEY (campaign_pk, offer_pk)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX campaign_offer_offer ON campaign_offer (offer_pk);

    -- A part of an audience that was frozen: who is in it is campaign_member.
    CREATE TABLE campaign_part (
      part_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      campaign_pk INTEGER NOT NULL REFERENCES campaign,
      members INTEGER NOT NULL CHECK (members > 0),
      controls INTEGER NOT NULL CHECK (controls BETWEEN 0 AND members)
    ) STRICT;
    CREATE INDEX campaign_part_campaign ON campaign_part (campaign_pk);

    -- Who is in which arm, for good, and what they bought in the weeks before and in the campaign: derived from the
    -- purchases, kept with each, so that an evaluation reads no purchase.
    CREATE TABLE campaign_member (
      campaign_pk INTEGER NOT NULL REFERENCES campaign,
      member_pk INTEGER NOT NULL REFERENCES member,
      part_pk INTEGER NOT NULL REFERENCES campaign_part,
      is_control INTEGER NOT NULL CHECK (is_control IN (0, 1)),
      before_minor INTEGER NOT NULL DEFAULT 0,
      sales_minor INTEGER NOT NULL DEFAULT 0,
      margin_minor INTEGER NOT NULL DEFAULT 0,
      uncosted_minor INTEGER NOT NULL DEFAULT 0,
      purchases INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (campaign_pk, member_pk)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX campaign_member_member ON campaign_member (member_pk, campaign_pk);

    -- Derived: the same by day.
    CREATE TABLE campaign_day (
      campaign_pk INTEGER NOT NULL REFERENCES campaign,
      business_date TEXT NOT NULL,
      is_control INTEGER NOT NULL CHECK (is_control IN (0, 1)),
      sales_minor INTEGER NOT NULL,
      purchases INTEGER NOT NULL,
      PRIMARY KEY (campaign_pk, business_date, is_control)
    ) STRICT, WITHOUT ROWID;

    -- How far the freezing of an audience has come: it goes on behind the last member of a part that was written.
    CREATE TABLE campaign_freeze (
      campaign_pk INTEGER PRIMARY KEY REFERENCES campaign,
      after_pk INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff,
      -- Somebody stopped it; it waits until it is told to go on.
      is_stopped INTEGER NOT NULL CHECK (is_stopped IN (0, 1))
    ) STRICT;
  `,
};
