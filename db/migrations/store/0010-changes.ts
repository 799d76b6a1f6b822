import type { Migration } from '../../kernel/migrate.ts';

export const changes: Migration = {
  version: 10,
  name: 'changes',
  sql: `
    -- Every fact that this store wrote, in order, chained by hashes. See shared/sync/chain.ts.
    CREATE TABLE change_log (
      change_pk INTEGER PRIMARY KEY,
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
      CHECK ((salt IS NULL) = (body IS NULL)),
      -- A new epoch goes on with the numbers: see docs/sync.md.
      UNIQUE (seq)
    ) STRICT;
    CREATE INDEX change_log_subject ON change_log (subject) WHERE subject IS NOT NULL;

    CREATE TABLE sync_state (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      store_id BLOB NOT NULL CHECK (length(store_id) = 16),
      epoch BLOB NOT NULL CHECK (length(epoch) = 16),
      last_seq INTEGER NOT NULL,
      chain_head BLOB NOT NULL CHECK (length(chain_head) = 32),
      last_hlc TEXT NOT NULL,
      session_counter INTEGER NOT NULL DEFAULT 0,
      -- A restored or copied store spends no points until headquarters has spoken.
      redemption_frozen INTEGER NOT NULL DEFAULT 0 CHECK (redemption_frozen IN (0, 1))
    ) STRICT;
  `,
};
