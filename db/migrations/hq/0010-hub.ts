import type { Migration } from '../../kernel/migrate.ts';

export const hub: Migration = {
  version: 10,
  name: 'hub',
  sql: `
    CREATE TABLE hub_state (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      -- The last number that was given to a published fact.
      last_version INTEGER NOT NULL,
      -- At or below it only what still counts is published.
      floor_version INTEGER NOT NULL
    ) STRICT;

    -- A random name for each stretch between two restores of this database; the last one is now.
    CREATE TABLE timeline (
      timeline_pk INTEGER PRIMARY KEY,
      timeline BLOB NOT NULL UNIQUE CHECK (length(timeline) = 16),
      -- Through which version it agrees with the one before.
      began_at_version INTEGER NOT NULL
    ) STRICT;

    -- Each store's log as headquarters holds it: one line of numbers, through all of the store's epochs.
    CREATE TABLE line (
      line_pk INTEGER PRIMARY KEY,
      store_id BLOB NOT NULL UNIQUE CHECK (length(store_id) = 16),
      last_seq INTEGER NOT NULL,
      chain_head BLOB NOT NULL CHECK (length(chain_head) = 32),
      -- The latest stamp under which one of its changes was taken, and the latest with which one was written.
      last_stamp TEXT NOT NULL,
      last_hlc TEXT NOT NULL,
      -- The greatest session that the store has used, and that was handed out.
      session_used INTEGER NOT NULL,
      session_handed INTEGER NOT NULL,
      -- The word to which the next hello answers.
      word BLOB CHECK (length(word) = 16),
      -- Handed out, and the store's own once it speaks in it.
      next_epoch BLOB CHECK (length(next_epoch) = 16),
      backed_up_seq INTEGER NOT NULL,
      last_contact_ms INTEGER
    ) STRICT;

    CREATE TABLE epoch (
      epoch BLOB PRIMARY KEY CHECK (length(epoch) = 16),
      line_pk INTEGER NOT NULL REFERENCES line,
      fenced_at_ms INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX epoch_of_line ON epoch (line_pk);

    -- Every row of every store's log, as it was written.
    CREATE TABLE fact (
      fact_pk INTEGER PRIMARY KEY,
      line_pk INTEGER NOT NULL REFERENCES line,
      epoch BLOB NOT NULL CHECK (length(epoch) = 16),
      seq INTEGER NOT NULL CHECK (seq > 0),
      tx INTEGER NOT NULL CHECK (tx BETWEEN 1 AND seq),
      kind TEXT NOT NULL,
      id BLOB NOT NULL CHECK (length(id) = 16),
      subject BLOB CHECK (length(subject) = 16),
      op TEXT NOT NULL CHECK (op IN ('put', 'delete')),
      schema_version INTEGER NOT NULL,
      hlc TEXT NOT NULL,
      supersedes BLOB CHECK (length(supersedes) = 16),
      salt BLOB CHECK (length(salt) = 16),
      body BLOB,
      leaf BLOB NOT NULL CHECK (length(leaf) = 32),
      chain BLOB NOT NULL CHECK (length(chain) = 32),
      received_at_ms INTEGER NOT NULL,
      skew_ms INTEGER NOT NULL,
      -- The stamp under which it is taken: its own, or a clamped one.
      stamp TEXT NOT NULL,
      -- Its number among what is published; none where it goes nowhere or is held.
      version INTEGER,
      -- Also to the store that wrote it: its stamp there is another, or not in the order of its log.
      goes_back INTEGER NOT NULL CHECK (goes_back IN (0, 1)),
      CHECK ((salt IS NULL) = (body IS NULL)),
      UNIQUE (line_pk, seq)
    ) STRICT;
    CREATE INDEX fact_subject ON fact (subject) WHERE subject IS NOT NULL;
    CREATE UNIQUE INDEX fact_version ON fact (version) WHERE version IS NOT NULL;

    -- What counts for each field of each thing, as a pointer to the fact that says it: the merged directory.
    CREATE TABLE in_force (
      kind TEXT NOT NULL,
      id BLOB NOT NULL CHECK (length(id) = 16),
      field TEXT NOT NULL,
      fact_pk INTEGER NOT NULL REFERENCES fact,
      rank TEXT NOT NULL,
      PRIMARY KEY (kind, id, field)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX in_force_fact ON in_force (fact_pk);

    -- Facts that are kept and not merged, each with the reason.
    CREATE TABLE held_fact (
      fact_pk INTEGER PRIMARY KEY REFERENCES fact,
      hold TEXT NOT NULL CHECK (hold IN ('quarantined', 'parked', 'deferred')),
      reason TEXT NOT NULL,
      -- Of a parked fact: what it waits for.
      waits_kind TEXT,
      waits_id BLOB CHECK (length(waits_id) = 16),
      CHECK ((waits_kind IS NULL) = (waits_id IS NULL))
    ) STRICT;
    CREATE INDEX held_fact_waits ON held_fact (waits_id, waits_kind) WHERE waits_id IS NOT NULL;

    -- What a person at headquarters has to look at.
    CREATE TABLE review (
      review_pk INTEGER PRIMARY KEY,
      line_pk INTEGER NOT NULL REFERENCES line,
      what TEXT NOT NULL CHECK (what IN ('fork', 'clone')),
      at_seq INTEGER NOT NULL,
      raised_at_ms INTEGER NOT NULL,
      settled_at_ms INTEGER
    ) STRICT;
    CREATE INDEX review_open ON review (line_pk) WHERE settled_at_ms IS NULL;
  `,
};
