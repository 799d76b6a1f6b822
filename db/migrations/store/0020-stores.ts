import type { Migration } from '../../kernel/migrate.ts';

export const stores: Migration = {
  version: 20,
  name: 'stores',
  sql: `
    CREATE TABLE store (
      store_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      -- Headquarters' pool holds points like a store does.
      kind TEXT NOT NULL CHECK (kind IN ('store', 'headquarters')),
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      currency TEXT NOT NULL CHECK (length(currency) = 3),
      zone TEXT NOT NULL,
      cutover_minutes INTEGER NOT NULL CHECK (cutover_minutes BETWEEN 0 AND 720)
    ) STRICT;

    CREATE TABLE till (
      till_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      store_pk INTEGER NOT NULL REFERENCES store,
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      -- Derived from the purchases: the last receipt number taken.
      receipt_counter INTEGER NOT NULL DEFAULT 0,
      -- Derived from the purchases and the audit log: when something was last done at it.
      last_used_at_ms INTEGER,
      UNIQUE (store_pk, code)
    ) STRICT;

    CREATE TABLE setting (
      setting_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      key TEXT NOT NULL UNIQUE,
      value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT;

    CREATE TABLE programme (
      programme_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL UNIQUE CHECK (version > 0),
      programme TEXT NOT NULL CHECK (json_valid(programme))
    ) STRICT;
  `,
};
