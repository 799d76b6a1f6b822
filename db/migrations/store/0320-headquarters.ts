import type { Migration } from '../../kernel/migrate.ts';

export const headquarters: Migration = {
  version: 320,
  name: 'headquarters',
  sql: `
    -- The headquarters that let this store in; no row before.
    CREATE TABLE headquarters (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      -- Host and port.
      address TEXT NOT NULL,
      -- SHA-256 of the public key by which it is known.
      pin BLOB NOT NULL CHECK (length(pin) = 32),
      -- What it calls this store.
      store_name TEXT NOT NULL,
      enrolled_at_ms INTEGER NOT NULL,
      -- The device key by which it knows this store: Ed25519, the private part sealed by a key beside the database.
      public_key TEXT NOT NULL,
      sealed_key BLOB NOT NULL,
      -- The one that takes its place, until headquarters said that it did.
      next_public_key TEXT,
      next_sealed_key BLOB,
      -- When the two last told each other everything.
      exchanged_at_ms INTEGER,
      CHECK ((next_public_key IS NULL) = (next_sealed_key IS NULL))
    ) STRICT;
  `,
};
