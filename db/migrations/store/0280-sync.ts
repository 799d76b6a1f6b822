import type { Migration } from '../../kernel/migrate.ts';

export const sync: Migration = {
  version: 280,
  name: 'sync',
  sql: `
    -- Where this store stands with headquarters; no row before it has spoken with it.
    CREATE TABLE sync_cursor (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      timeline BLOB NOT NULL CHECK (length(timeline) = 16),
      -- Through which seq headquarters said that it holds this log, and that a backup of its own does.
      acknowledged_seq INTEGER NOT NULL,
      backed_up_seq INTEGER NOT NULL,
      -- Through which version what is published was pulled.
      pulled_version INTEGER NOT NULL
    ) STRICT;

    -- This store's own log as headquarters holds it, while it is being taken back.
    CREATE TABLE taken_back (
      seq INTEGER PRIMARY KEY,
      epoch BLOB NOT NULL CHECK (length(epoch) = 16),
      tx INTEGER NOT NULL,
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
      chain BLOB NOT NULL CHECK (length(chain) = 32)
    ) STRICT;

    -- Facts that were pulled, by their leaf: none is written twice. Own ones are among them where headquarters took them
    -- under another stamp.
    CREATE TABLE pulled_fact (
      leaf BLOB PRIMARY KEY CHECK (length(leaf) = 32),
      store_id BLOB NOT NULL CHECK (length(store_id) = 16),
      kind TEXT NOT NULL,
      id BLOB NOT NULL CHECK (length(id) = 16),
      subject BLOB CHECK (length(subject) = 16),
      op TEXT NOT NULL CHECK (op IN ('put', 'delete')),
      schema_version INTEGER NOT NULL,
      -- The stamp under which headquarters takes it, and the one with which it was written.
      hlc TEXT NOT NULL,
      written_hlc TEXT NOT NULL,
      -- Its number among what is published; 0 of this store's own past.
      version INTEGER NOT NULL,
      -- Kept while it could not be written into the tables, with the reason; null once it was.
      body BLOB,
      problem TEXT,
      CHECK ((body IS NULL) = (problem IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX pulled_fact_problem ON pulled_fact (problem) WHERE problem IS NOT NULL;
    CREATE INDEX pulled_fact_version ON pulled_fact (version);
    CREATE INDEX pulled_fact_subject ON pulled_fact (subject) WHERE subject IS NOT NULL;
  `,
};
