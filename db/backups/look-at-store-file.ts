import fs from 'node:fs';
import { done, type Outcome, type Refusal, refuse } from '../../shared/kernel/outcome.ts';
import { leafOf, nextChain } from '../../shared/sync/chain.ts';
import { syncState } from '../changes/changes.queries.ts';
import { nodeDigest } from '../changes/digest.ts';
import { idText } from '../kernel/codec.ts';
import { connect, type ReadDb, snapshot } from '../kernel/connection.ts';
import { APPLICATION_ID, versionOf } from '../kernel/migrate.ts';
import { newestVersion, openRefusalOf } from '../kernel/open-store-database.ts';
import { changeAt, lastChange, storeCounts } from './backups.queries.ts';

export interface StoreFile {
  readonly storeId: string;
  readonly epoch: string;
  readonly schemaVersion: number;
  readonly lastSeq: number;
  /** The head of the change log's chain, in hex. */
  readonly chainHead: string;
  readonly bytes: number;
}

export interface StoreCounts {
  readonly facts: number;
  readonly members: number;
  readonly purchases: number;
}

export type StoreFileRefusal = Refusal<'not-a-store' | 'newer-database' | 'damaged' | 'unreadable'>;

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/**
 * The head of the log that a database holds, or null where it does not fit its last row: the cheapest check there is.
 * Read from one state of the database: a till that sells between two reads is no damage.
 */
export const soundHead = (db: ReadDb): LogHead | null => snapshot(db, () => headOf(db));

interface LogHead {
  readonly lastSeq: number;
  readonly chainHead: Uint8Array;
}

function headOf(db: ReadDb): LogHead | null {
  const state = syncState.get(db, {});
  if (!state) return null;
  const last = lastChange.get(db, {});
  if (!last) return state.lastSeq === 0 ? state : null;
  const before = changeAt.get(db, { changePk: last.changePk - 1 });
  const isItsBody = !last.body || !last.salt || hex(leafOf(last.salt, last.body, nodeDigest)) === hex(last.leaf);
  const follows = !before || hex(nextChain(before.chain, last, last.leaf, nodeDigest)) === hex(last.chain);
  const isHead = state.lastSeq === last.seq && hex(state.chainHead) === hex(last.chain);
  return isHead && follows && isItsBody ? state : null;
}

/**
 * Reads a store's file without writing to it, through SQLite alone: closing any other handle of it would take away the
 * locks of whoever in this process has it open. What SQLite throws on the way is answered as a refusal.
 */
export function readStoreFile<T>(
  file: string,
  read: (db: ReadDb) => Outcome<T, StoreFileRefusal>,
): Outcome<T, StoreFileRefusal> {
  let db: ReadDb | null = null;
  try {
    if (!fs.existsSync(file)) return refuse('unreadable');
    db = connect(file, { readonly: true });
    if (db.raw.pragma('application_id', { simple: true }) !== APPLICATION_ID) return refuse('not-a-store');
    if (versionOf(db) > newestVersion()) return refuse('newer-database');
    return read(db);
  } catch (error) {
    const refusal = openRefusalOf(error, file);
    if (refusal) return refuse(refusal.reason as StoreFileRefusal['reason']);
    throw error;
  } finally {
    db?.raw.close();
  }
}

const hasLog = (file: string) => (fs.statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** What a backup holds, by its header, its length and the head of its log: in a millisecond, however large it is. */
export const lookAtStoreFile = (file: string): Outcome<StoreFile, StoreFileRefusal> =>
  readStoreFile<StoreFile>(file, (db) => {
    const pages = db.raw.pragma('page_count', { simple: true }) as number;
    const pageBytes = db.raw.pragma('page_size', { simple: true }) as number;
    const { size } = fs.statSync(file);
    const isCutOff = size < pages * pageBytes && !hasLog(file);
    const state = syncState.get(db, {});
    if (!state || isCutOff || !soundHead(db)) return refuse('damaged');
    return done({
      storeId: state.storeId,
      epoch: idText(state.epoch),
      schemaVersion: versionOf(db),
      lastSeq: state.lastSeq,
      chainHead: hex(state.chainHead),
      bytes: size,
    });
  });

/** Reads every page: whether a store's file is sound, and how much it holds. Takes seconds for a large one. */
export const checkStoreFile = (file: string): Outcome<StoreFile & StoreCounts, StoreFileRefusal> => {
  const looked = lookAtStoreFile(file);
  if (!looked.ok) return looked;
  return readStoreFile(file, (db) => {
    if (!isSound(db)) return refuse('damaged');
    const counts = storeCounts.get(db, {}) as StoreCounts;
    return done({ ...looked.value, ...counts });
  });
};

/** Whether every page of a database is what it should be. */
export const isSound = ({ raw }: ReadDb): boolean => raw.pragma('quick_check(1)', { simple: true }) === 'ok';

/** Whether the file of a store that is open is sound, page by page and at the head of its log. */
export function isLiveStoreSound(file: string): boolean {
  const looked = readStoreFile(file, (db) => (isSound(db) && soundHead(db) ? done(null) : refuse('damaged')));
  if (looked.ok) return true;
  if (looked.reason === 'damaged' || looked.reason === 'not-a-store') return false;
  throw Object.assign(new Error('the store cannot be checked'), { code: looked.reason });
}
