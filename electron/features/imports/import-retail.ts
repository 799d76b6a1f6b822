import fs from 'node:fs';
import path from 'node:path';
import { connect, type ReadDb } from '../../../db/kernel/connection.ts';
import { openStoreDatabase, type StoreDatabase } from '../../../db/kernel/open-store-database.ts';
import { differences, type RetailTotals } from '../../../shared/imports/retail-totals.ts';
import type { IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { hashPin } from '../staff/pin-hash.ts';
import type { RetailReading } from './read-retail-folder.ts';
import { findRetailStore, giveManagerPin, makeRetailStore, markRetailDone } from './retail-store.ts';
import { retailDifferences, retailStoreTotals } from './retail-store-totals.ts';
import { type ImportRun, writeRetail } from './write-retail.ts';

export interface RetailImported {
  /** Summed from the store, and equal to the files' own. */
  readonly totals: RetailTotals;
  /** What this call did: wrote a store from nothing, went on with an interrupted one, or found it finished. */
  readonly how: 'made' | 'continued' | 'already-there';
}

export interface TotalsDiffer extends Refusal<'totals-differ'> {
  readonly differences: readonly string[];
}

export type ImportRefusal =
  | Refusal<'another-store' | 'another-import' | 'in-use' | 'cannot-open' | 'stopped'>
  | TotalsDiffer;

/**
 * Makes a store from a shop's files at `storeFile`. It grows in `<storeFile>.part` and takes its name only when it is
 * whole and its totals equal the files', so nothing half done is ever opened as a store. Called again after an
 * interruption it goes on, and ends with the same facts. A store that is there already is never touched.
 */
export async function importRetail(
  storeFile: string,
  reading: RetailReading,
  pin: string,
  run: ImportRun & { readonly ids: IdSource },
): Promise<Outcome<RetailImported, ImportRefusal>> {
  if (fs.existsSync(storeFile)) return lookAt(storeFile, reading);
  const pinHash = await hashPin(pin);
  const partFile = `${storeFile}.part`;
  fs.mkdirSync(path.dirname(storeFile), { recursive: true });
  const opened = openStoreDatabase(partFile);
  if (!opened.ok)
    return opened.reason === 'in-use'
      ? refuse('in-use', { file: partFile })
      : refuse('cannot-open', { file: partFile, because: opened.reason });
  const filled = await fill(opened.value, reading, pinHash, run).finally(() => opened.value.close());
  if (!filled.ok) return filled;
  fs.renameSync(partFile, storeFile);
  fs.rmSync(`${partFile}.lock`, { force: true });
  return filled;
}

/** Reads a store that is there already, and changes nothing of it. */
function lookAt(storeFile: string, reading: RetailReading): Outcome<RetailImported, ImportRefusal> {
  let db: ReadDb | null = null;
  try {
    db = connect(storeFile, { readonly: true });
    const found = findRetailStore(db, reading);
    if (typeof found === 'string' || found.state !== 'done') return refuse('another-store', { file: storeFile });
    const totals = retailStoreTotals(db, reading.source, found.target);
    const differ = differences(reading.totals, totals);
    return differ.length > 0 ? differing(storeFile, differ) : done({ totals, how: 'already-there' });
  } catch (error) {
    // No database, or one of another version: whatever it is, it is not this import.
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_'))
      return refuse('another-store', { file: storeFile });
    throw error;
  } finally {
    db?.raw.close();
  }
}

const differing = (file: string, differ: readonly string[]): TotalsDiffer => ({
  ...refuse('totals-differ', { file }),
  differences: differ,
});

async function fill(
  db: StoreDatabase,
  reading: RetailReading,
  pinHash: string,
  run: ImportRun & { readonly ids: IdSource },
): Promise<Outcome<RetailImported, ImportRefusal>> {
  const found = findRetailStore(db, reading);
  if (found === 'other') return refuse('another-import', { file: db.raw.name });
  const isNew = found === 'nothing';
  const store = isNew ? makeRetailStore(db, reading, pinHash, run.clock(), run.ids) : found;
  if (!isNew) giveManagerPin(db, pinHash);
  if (!(await writeRetail(db, reading.source, store.target, run))) return refuse('stopped');
  const differ = retailDifferences(db, reading.source, store.target, reading.totals);
  if (differ.length > 0) return differing(db.raw.name, differ);
  if (store.state === 'running') markRetailDone(db, store, run.clock());
  return done({
    totals: retailStoreTotals(db, reading.source, store.target),
    how: isNew ? 'made' : 'continued',
  });
}
