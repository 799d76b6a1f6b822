import type { Migration } from '../../kernel/migrate.ts';

export const campaignMessages: Migration = {
  version: 270,
  name: 'campaign-messages',
  sql: `
    -- Local: how far a live campaign's messages are put into the outbox. None: all are, or it sends none.
    CREATE TABLE campaign_sending (
      campaign_pk INTEGER NOT NULL REFERENCES campaign,
      channel TEXT NOT NULL CHECK (channel IN ('sms', 'email')),
      after_pk INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff,
      -- A backup was restored: who has a message already is not known, so a person decides.
      is_stopped INTEGER NOT NULL CHECK (is_stopped IN (0, 1)),
      PRIMARY KEY (campaign_pk, channel)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX outbox_of_occasion ON outbox (occasion, state, reason) WHERE occasion IS NOT NULL;
  `,
};
