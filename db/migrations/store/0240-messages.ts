import type { Migration } from '../../kernel/migrate.ts';

export const messages: Migration = {
  version: 240,
  name: 'messages',
  sql: `
    CREATE TABLE message_template (
      template_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      retired INTEGER NOT NULL CHECK (retired IN (0, 1))
    ) STRICT;
    -- Every version that was ever written: what was sent by it stays readable.
    CREATE TABLE message_template_version (
      version_pk INTEGER PRIMARY KEY,
      template_pk INTEGER NOT NULL REFERENCES message_template,
      version INTEGER NOT NULL CHECK (version > 0),
      content TEXT NOT NULL CHECK (json_valid(content)),
      at_ms INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff,
      UNIQUE (template_pk, version)
    ) STRICT;

    -- What was said to a member, or by one. An erasure of the member takes the row away.
    CREATE TABLE message (
      message_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      member_pk INTEGER NOT NULL REFERENCES member,
      store_pk INTEGER NOT NULL REFERENCES store,
      direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
      channel TEXT NOT NULL CHECK (channel IN ('sms', 'email')),
      purpose TEXT NOT NULL CHECK (purpose IN ('marketing', 'service')),
      template_pk INTEGER REFERENCES message_template,
      template_version INTEGER,
      occasion TEXT,
      address TEXT NOT NULL,
      subject TEXT,
      text TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff,
      hlc TEXT NOT NULL,
      -- Derived from the outcomes: the latest, or null while none is known.
      outcome TEXT CHECK (outcome IN ('delivered', 'undelivered'))
    ) STRICT;
    CREATE INDEX message_member ON message (member_pk, hlc);
    CREATE INDEX message_occasion ON message (occasion, member_pk) WHERE occasion IS NOT NULL;
    CREATE INDEX message_in ON message (at_ms) WHERE direction = 'in';
    CREATE INDEX message_address ON message (address, at_ms);
    CREATE TABLE message_outcome (
      outcome_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      message_pk INTEGER NOT NULL REFERENCES message,
      outcome TEXT NOT NULL CHECK (outcome IN ('delivered', 'undelivered')),
      at_ms INTEGER NOT NULL,
      hlc TEXT NOT NULL
    ) STRICT;
    CREATE INDEX message_outcome_message ON message_outcome (message_pk, hlc);

    -- Local: what this store is about to send, and what became of it.
    CREATE TABLE outbox (
      outbox_pk INTEGER PRIMARY KEY,
      -- The message's id, by which a gateway tells a repetition from a new message.
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      member_pk INTEGER NOT NULL REFERENCES member,
      channel TEXT NOT NULL CHECK (channel IN ('sms', 'email')),
      purpose TEXT NOT NULL CHECK (purpose IN ('marketing', 'service')),
      -- Null: in somebody's own words, which stand in words.
      template_pk INTEGER REFERENCES message_template,
      words TEXT CHECK (json_valid(words)),
      -- Values of this message alone, by the names of their placeholders.
      given TEXT CHECK (json_valid(given)),
      -- What it is sent for: once a member, whoever asks again.
      occasion TEXT,
      state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'uncertain', 'sent', 'failed', 'withheld', 'cancelled')),
      -- Why it stands so: a reason to withhold, or a code of the channel.
      reason TEXT,
      not_before_ms INTEGER NOT NULL,
      not_after_ms INTEGER NOT NULL,
      -- When it is looked at next: to be sent, or, where it is uncertain, to be asked about. Null: a person decides.
      due_at_ms INTEGER,
      attempts INTEGER NOT NULL DEFAULT 0,
      -- As it was handed over last: {template version, address, subject, text}.
      handed_over TEXT CHECK (json_valid(handed_over)),
      created_at_ms INTEGER NOT NULL,
      changed_at_ms INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff,
      CHECK ((template_pk IS NULL) = (words IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX outbox_occasion ON outbox (occasion, member_pk) WHERE occasion IS NOT NULL;
    -- Notices before marketing, then whoever waits longest.
    CREATE INDEX outbox_queue ON outbox (channel, purpose DESC, due_at_ms, outbox_pk) WHERE state = 'queued';
    CREATE INDEX outbox_open ON outbox (channel, due_at_ms) WHERE state IN ('sending', 'uncertain');
    CREATE INDEX outbox_member ON outbox (member_pk);
    CREATE INDEX outbox_state ON outbox (state, outbox_pk);

    -- Local: each time a message was handed over, and what came of it.
    CREATE TABLE outbox_attempt (
      outbox_pk INTEGER NOT NULL REFERENCES outbox ON DELETE CASCADE,
      attempt_no INTEGER NOT NULL CHECK (attempt_no > 0),
      at_ms INTEGER NOT NULL,
      -- Null: no answer yet.
      answer TEXT,
      code TEXT,
      PRIMARY KEY (outbox_pk, attempt_no)
    ) STRICT, WITHOUT ROWID;

    -- Local: how far this store has read what came in at its gateway.
    CREATE TABLE inbound_cursor (
      channel TEXT PRIMARY KEY CHECK (channel = 'sms'),
      cursor TEXT NOT NULL
    ) STRICT;
    -- Local: what came from numbers that are no member's, until somebody has read it.
    CREATE TABLE stranger_message (
      stranger_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      address TEXT NOT NULL,
      text TEXT NOT NULL,
      at_ms INTEGER NOT NULL
    ) STRICT;

    -- Local: what the channels are opened with, sealed by a key that lies beside the database and in no backup of it.
    CREATE TABLE channel_secret (
      channel TEXT PRIMARY KEY CHECK (channel IN ('sms', 'email')),
      sealed BLOB NOT NULL
    ) STRICT;
  `,
};
