import type { Migration } from '../../kernel/migrate.ts';

export const staff: Migration = {
  version: 30,
  name: 'staff',
  sql: `
    CREATE TABLE staff (
      staff_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      store_pk INTEGER NOT NULL REFERENCES store,
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('clerk', 'manager', 'hq-analyst', 'hq-administrator')),
      active INTEGER NOT NULL CHECK (active IN (0, 1))
    ) STRICT;

    -- Stays at the store. Attempts are counted here so that a restart does not reset them.
    CREATE TABLE staff_credential (
      staff_pk INTEGER PRIMARY KEY REFERENCES staff,
      pin_hash TEXT NOT NULL,
      failed_attempts INTEGER NOT NULL DEFAULT 0,
      locked_until_ms INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE shift (
      shift_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      till_pk INTEGER NOT NULL REFERENCES till,
      opened_at_ms INTEGER NOT NULL,
      opened_by_pk INTEGER REFERENCES staff,
      float_minor INTEGER NOT NULL CHECK (float_minor >= 0),
      closed_at_ms INTEGER,
      closed_by_pk INTEGER REFERENCES staff,
      counted_minor INTEGER CHECK (counted_minor >= 0),
      CHECK ((closed_at_ms IS NULL) = (counted_minor IS NULL))
    ) STRICT;
    CREATE INDEX shift_till ON shift (till_pk, closed_at_ms);

    -- The till's own software, by the key it shows. What lets it in stays at the store: api_key_credential.
    CREATE TABLE api_key (
      api_key_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      name TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL,
      created_by_pk INTEGER REFERENCES staff,
      revoked_at_ms INTEGER
    ) STRICT;

    CREATE TABLE audit_entry (
      audit_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      at_ms INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff,
      api_key_pk INTEGER REFERENCES api_key,
      till_pk INTEGER REFERENCES till,
      action TEXT NOT NULL,
      subject_kind TEXT,
      subject_id BLOB CHECK (length(subject_id) = 16),
      -- Names of fields, never their values.
      fields TEXT NOT NULL CHECK (json_valid(fields)),
      -- SHA-256 of the row before and of this one: the log verifies also after the change log is pruned.
      chain BLOB NOT NULL CHECK (length(chain) = 32)
    ) STRICT;
  `,
};
