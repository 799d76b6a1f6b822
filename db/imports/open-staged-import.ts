import fs from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { ReadDb } from '../kernel/connection.ts';

/** An import is checked in a file of its own, which goes when the import ends: no migration is ever needed. */
export const STAGED_SCHEMA = `
  -- A row as it stands in the file, numbered as a spreadsheet numbers it: the header is row 1.
  CREATE TABLE staged_row (
    row INTEGER PRIMARY KEY,
    -- The first row of what belongs together: of a receipt. Null where every row stands alone.
    unit INTEGER,
    cells TEXT NOT NULL,
    item TEXT,
    faults TEXT
  ) STRICT;
  CREATE INDEX staged_row_unit ON staged_row (unit, row) WHERE unit IS NOT NULL;
  CREATE INDEX staged_row_faults ON staged_row (row) WHERE faults IS NOT NULL;
  CREATE TABLE staged_key (kind TEXT NOT NULL, value TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (kind, value)) STRICT, WITHOUT ROWID;
  CREATE TABLE staged_unit (row INTEGER PRIMARY KEY, last_row INTEGER NOT NULL, item TEXT NOT NULL) STRICT;
  CREATE TABLE mark (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

const CACHE_KIB = 65_536;

/** Makes the file anew. It is not synced while it is filled: a check that was cut off begins again. */
export function makeStagedImport(file: string): ReadDb {
  for (const suffix of ['', '-journal', '-wal', '-shm']) fs.rmSync(`${file}${suffix}`, { force: true });
  const raw = new Sqlite(file);
  raw.pragma('journal_mode = OFF');
  raw.pragma('synchronous = OFF');
  raw.pragma('locking_mode = EXCLUSIVE');
  raw.pragma(`cache_size = -${CACHE_KIB}`);
  raw.exec(STAGED_SCHEMA);
  return { raw, statements: new Map() };
}

/** Opens a file that was filled. Null where there is none. */
export function openStagedImport(file: string): ReadDb | null {
  if (!fs.existsSync(file)) return null;
  return { raw: new Sqlite(file, { timeout: 5000 }), statements: new Map() };
}

/** For whoever reads the store beside the program that writes it: a connection that can write nothing. */
export function readBeside(storeFile: string): ReadDb {
  const raw = new Sqlite(storeFile, { readonly: true, timeout: 5000 });
  raw.pragma('trusted_schema = OFF');
  raw.pragma(`cache_size = -${CACHE_KIB}`);
  return { raw, statements: new Map() };
}
