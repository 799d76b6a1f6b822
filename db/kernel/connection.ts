import Sqlite from 'better-sqlite3';

declare const mayWrite: unique symbol;

/** A database that may be read. Statements are prepared once a connection and kept. */
export interface ReadDb {
  readonly raw: Sqlite.Database;
  readonly statements: Map<string, Sqlite.Statement>;
}

/** A database inside a transaction: the only thing that a write accepts, and only `transaction` makes one. */
export interface WriteDb extends ReadDb {
  readonly [mayWrite]: true;
}

/**
 * Runs `work` in one immediate transaction: all of it is committed and synced to disk before this returns, or none of
 * it is. Synchronous, since better-sqlite3 would commit at the first await.
 */
export function transaction<T>(db: ReadDb, work: (tx: WriteDb) => T extends PromiseLike<unknown> ? never : T): T {
  return runnerOf(db).immediate(work as Work, db) as T;
}

type Work = (tx: WriteDb) => unknown;
/** Made once a connection: making one costs as much as a short write. */
const runners = new WeakMap<Sqlite.Database, Sqlite.Transaction<(work: Work, db: ReadDb) => unknown>>();

function runnerOf({ raw }: ReadDb) {
  const known = runners.get(raw);
  if (known) return known;
  const runner = raw.transaction((work: Work, db: ReadDb) => work(db as WriteDb));
  runners.set(raw, runner);
  return runner;
}

/** Runs `work` within a transaction so that only what it wrote is undone where it throws. */
export const savepoint = <T>(db: WriteDb, work: () => T extends PromiseLike<unknown> ? never : T): T =>
  db.raw.transaction(work)() as T;

/** Runs `work` on one state of the database, whatever others write meanwhile. For reads that are quick together. */
export const snapshot = <T>(db: ReadDb, work: () => T): T => db.raw.transaction(work).deferred();

/** WAL is checkpointed when the till is idle, not inside a sale; this many pages is the limit for a till that never is. */
const AUTOCHECKPOINT_PAGES = 10_000;

export interface ConnectOptions {
  readonly readonly?: boolean;
  /** For tests, to see that a build with another setting is caught. */
  readonly synchronous?: 'FULL' | 'NORMAL';
  /** DELETE for a copy that is to be one file, with no log beside it. */
  readonly journal?: 'WAL' | 'DELETE';
}

/**
 * Opens a connection with the settings on which durability rests. better-sqlite3 is compiled to fall back to
 * synchronous=NORMAL in WAL mode, so FULL is set here and asserted by `assertDurable`.
 */
export function connect(file: string, options: ConnectOptions = {}): ReadDb {
  const raw = new Sqlite(file, { readonly: options.readonly ?? false, timeout: 5000 });
  raw.pragma('foreign_keys = ON');
  raw.pragma('trusted_schema = OFF');
  raw.pragma('cache_size = -65536');
  if (!options.readonly) {
    raw.pragma(`journal_mode = ${options.journal ?? 'WAL'}`);
    raw.pragma(`synchronous = ${options.synchronous ?? 'FULL'}`);
    raw.pragma(`wal_autocheckpoint = ${AUTOCHECKPOINT_PAGES}`);
  }
  return { raw, statements: new Map() };
}

const FULL = 2;

/** Throws unless every commit is synced to disk. */
export function assertDurable({ raw }: ReadDb): void {
  const journal = raw.pragma('journal_mode', { simple: true });
  const synchronous = raw.pragma('synchronous', { simple: true });
  if (journal !== 'wal' || synchronous !== FULL)
    throw new Error(`not durable: journal_mode ${String(journal)}, synchronous ${String(synchronous)}`);
}

/** Moves the write-ahead log into the database, as far as readers let it. For idle moments. */
export const checkpoint = ({ raw }: ReadDb): void => {
  raw.pragma('wal_checkpoint(PASSIVE)');
};

/** Moves all of the write-ahead log, waiting for whoever reads. For a file that is about to be put aside. */
export const checkpointAll = ({ raw }: ReadDb): void => {
  raw.pragma('wal_checkpoint(TRUNCATE)');
};

/** The same as `checkpoint`, on a connection of its own: for a thread beside the one that writes. */
export function checkpointBeside(file: string): void {
  const db = connect(file);
  try {
    checkpoint(db);
  } finally {
    db.raw.close();
  }
}
