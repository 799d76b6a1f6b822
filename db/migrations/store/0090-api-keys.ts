import type { Migration } from '../../kernel/migrate.ts';

export const apiKeys: Migration = {
  version: 90,
  name: 'api-keys',
  sql: `
    -- What the till's own software shows to be let in. Local: a key is good at the store that made it.
    CREATE TABLE api_key (
      api_key_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      name TEXT NOT NULL,
      -- SHA-256 of the key, which itself is kept nowhere.
      digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
      -- The key's last characters, to tell keys apart by.
      ending TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL,
      created_by_pk INTEGER REFERENCES staff,
      last_used_at_ms INTEGER,
      revoked_at_ms INTEGER
    ) STRICT;
  `,
};
