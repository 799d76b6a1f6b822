import type { Migration } from '../../kernel/migrate.ts';

export const bulk: Migration = {
  version: 360,
  name: 'bulk',
  sql: `
    -- What was done to many rows of a list at once, and how far it got: it is gone on with or undone also after a
    -- restart. Local: the facts themselves travel.
    CREATE TABLE bulk_run (
      bulk_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      list TEXT NOT NULL CHECK (list IN ('members', 'products')),
      act TEXT NOT NULL CHECK (json_valid(act)),
      -- SHA-256 of what was asked, to tell a repeated request from another one with the same id. Not the words of it: a
      -- search may name somebody.
      content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
      state TEXT NOT NULL CHECK (state IN ('running', 'done', 'stopped')),
      is_undo INTEGER NOT NULL DEFAULT 0 CHECK (is_undo IN (0, 1)),
      started_at_ms INTEGER NOT NULL,
      -- The keys of the rows, four bytes each, little-endian, in the order in which they are changed.
      row_pks BLOB NOT NULL,
      total INTEGER NOT NULL CHECK (total >= 0),
      -- Rows that are done with, changed or left, committed with what became of them.
      through INTEGER NOT NULL DEFAULT 0,
      changed INTEGER NOT NULL DEFAULT 0,
      -- How many were left, by the reason.
      skipped TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(skipped))
    ) STRICT;

    -- What the rows of a chunk were before, as a list; an undo takes the chunks from the last to the first.
    CREATE TABLE bulk_chunk (
      bulk_pk INTEGER NOT NULL REFERENCES bulk_run,
      from_row INTEGER NOT NULL,
      before TEXT NOT NULL CHECK (json_valid(before)),
      is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1)),
      PRIMARY KEY (bulk_pk, from_row)
    ) STRICT;
  `,
};
