import type { Migration } from '../../kernel/migrate.ts';

export const imports: Migration = {
  version: 140,
  name: 'imports',
  sql: `
    -- What was imported into this store from the window, and how far it got. Local: the facts themselves travel.
    CREATE TABLE import_run (
      import_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      target TEXT NOT NULL,
      file_name TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('applying', 'paused', 'stopped', 'applied', 'undoing', 'undone')),
      policy TEXT NOT NULL,
      source TEXT NOT NULL,
      -- To be written, as it was checked: receipts for purchases, rows for all else.
      units INTEGER NOT NULL CHECK (units >= 0),
      started_at_ms INTEGER NOT NULL,
      started_by_pk INTEGER REFERENCES staff,
      ended_at_ms INTEGER,
      undone_at_ms INTEGER,
      undone_by_pk INTEGER REFERENCES staff,
      -- The last row that is done with, committed with what the row became.
      through_row INTEGER NOT NULL DEFAULT 0,
      units_done INTEGER NOT NULL DEFAULT 0,
      added INTEGER NOT NULL DEFAULT 0,
      updated INTEGER NOT NULL DEFAULT 0,
      -- With those that the check had found.
      skipped INTEGER NOT NULL DEFAULT 0,
      left_out INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    -- The changes of the log that an import made, act by act; an undo walks them backwards.
    CREATE TABLE import_act (
      import_pk INTEGER NOT NULL REFERENCES import_run,
      first_pk INTEGER NOT NULL,
      last_pk INTEGER NOT NULL CHECK (last_pk >= first_pk),
      -- The changes from here on are undone.
      undone_from_pk INTEGER,
      PRIMARY KEY (import_pk, first_pk)
    ) STRICT, WITHOUT ROWID;

    -- What an undo found used or changed since, and so left as it is.
    CREATE TABLE import_kept (
      kept_pk INTEGER PRIMARY KEY,
      import_pk INTEGER NOT NULL REFERENCES import_run,
      subject_kind TEXT NOT NULL CHECK (subject_kind IN ('member', 'product', 'purchase')),
      subject_id BLOB NOT NULL CHECK (length(subject_id) = 16),
      reason TEXT NOT NULL,
      UNIQUE (import_pk, subject_kind, subject_id, reason)
    ) STRICT;

    -- A member's number in the system that a file came from.
    CREATE INDEX member_external ON member_identity (json_extract(custom, '$.externalId')) WHERE custom IS NOT NULL;
    -- The versions of what an owner writes, to go back to the one before.
    CREATE INDEX change_log_product ON change_log (id) WHERE kind = 'product';
    -- Whether somebody was named by another since, asked for every row of an undo.
    CREATE INDEX member_referred_by ON member (referred_by) WHERE referred_by IS NOT NULL;
  `,
};
