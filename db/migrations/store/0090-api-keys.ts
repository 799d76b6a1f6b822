import type { Migration } from '../../kernel/migrate.ts';

export const apiKeys: Migration = {
  version: 90,
  name: 'api-keys',
  sql: `
    -- What the till's own software shows to be let in. Local: a key is good at the store that made it.
    CREATE TABLE api_key_credential (
      api_key_pk INTEGER PRIMARY KEY REFERENCES api_key,
      -- SHA-256 of the key, which itself is kept nowhere.
      digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
      -- The key's last characters, to tell keys apart by.
      ending TEXT NOT NULL,
      last_used_at_ms INTEGER
    ) STRICT;
  `,
};
