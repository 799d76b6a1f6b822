import type { Migration } from '../../kernel/migrate.ts';

export const devices: Migration = {
  version: 30,
  name: 'devices',
  sql: `
    -- What headquarters calls the stores that it let in.
    CREATE TABLE enrolled_store (
      line_pk INTEGER PRIMARY KEY REFERENCES line,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      enrolled_at_ms INTEGER NOT NULL
    ) STRICT;

    -- The Ed25519 keys by which stores are known: of each store at most one that has not ended.
    CREATE TABLE device (
      device_pk INTEGER PRIMARY KEY,
      line_pk INTEGER NOT NULL REFERENCES line,
      public_key BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32),
      since_ms INTEGER NOT NULL,
      ended_at_ms INTEGER,
      ended_why TEXT CHECK (ended_why IN ('revoked', 'rotated', 'enrolled-again')),
      CHECK ((ended_at_ms IS NULL) = (ended_why IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX device_in_force ON device (line_pk) WHERE ended_at_ms IS NULL;

    -- Each lets one store in, once.
    CREATE TABLE enrolment_code (
      code_hash BLOB PRIMARY KEY CHECK (length(code_hash) = 32),
      store_name TEXT NOT NULL COLLATE NOCASE,
      expires_at_ms INTEGER NOT NULL,
      used_by INTEGER REFERENCES device
    ) STRICT, WITHOUT ROWID;

    -- What a device signed when it pushed: its words, which name the rows and the chain they make.
    CREATE TABLE push_evidence (
      evidence_pk INTEGER PRIMARY KEY,
      device_pk INTEGER NOT NULL REFERENCES device,
      through_seq INTEGER NOT NULL,
      statement TEXT NOT NULL,
      signature BLOB NOT NULL CHECK (length(signature) = 64),
      received_at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX push_evidence_device ON push_evidence (device_pk, through_seq);
  `,
};
