import fs from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { OPEN_REFUSALS } from '../../shared/contract/app.contract.ts';
import { done, type Outcome, type Refusal, refuse } from '../../shared/kernel/outcome.ts';
import { STORE_MIGRATIONS } from '../migrations/store/index.ts';
import { assertDurable, connect, type ReadDb } from './connection.ts';
import { lockDatabase } from './database-lock.ts';
import { APPLICATION_ID, migrate, versionOf } from './migrate.ts';

export interface StoreDatabase extends ReadDb {
  /** The copy that was made before a migration, or null. */
  readonly backup: string | null;
  close(): void;
}

export type OpenRefusal = Refusal<(typeof OPEN_REFUSALS)[number]>;

const NEWEST = STORE_MIGRATIONS.at(-1)?.version ?? 0;

/** Looks at a file without changing a byte of it. */
function inspect(file: string): OpenRefusal | null {
  if (!fs.existsSync(file) || fs.statSync(file).size === 0) return null;
  const look = connect(file, { readonly: true });
  try {
    const version = versionOf(look);
    if (look.raw.pragma('application_id', { simple: true }) !== APPLICATION_ID) return refuse('not-a-store', { file });
    if (version > NEWEST) return refuse('newer-database', { file, version, newest: NEWEST });
    return null;
  } finally {
    look.raw.close();
  }
}

function refusalOf(error: unknown, file: string): OpenRefusal | null {
  const code = error instanceof Sqlite.SqliteError ? error.code : ((error as { code?: string }).code ?? '');
  if (/^SQLITE_NOTADB/.test(code)) return refuse('not-a-store', { file });
  if (/^SQLITE_CORRUPT/.test(code)) return refuse('damaged', { file });
  if (/^(SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_IOERR|SQLITE_PERM|EACCES|EPERM|EROFS)/.test(code))
    return refuse('unreadable', { file, code });
  return null;
}

/**
 * Opens a store's database, or makes it where the file is missing: lock, look, migrate, and assert that what is
 * committed is on the disk. A newer or foreign file is refused untouched.
 */
export function openStoreDatabase(file: string): Outcome<StoreDatabase, OpenRefusal> {
  let lock: { release(): void } | null = null;
  let db: ReadDb | null = null;
  const giveUp = (refusal: OpenRefusal): OpenRefusal => {
    db?.raw.close();
    lock?.release();
    return refusal;
  };
  try {
    lock = lockDatabase(file);
    if (!lock) return refuse('in-use', { file });
    const refused = inspect(file);
    if (refused) return giveUp(refused);
    const opened = connect(file);
    db = opened;
    const { backup } = migrateOrExplain(opened);
    // The library's default would show only after a first write.
    opened.raw.pragma(`user_version = ${versionOf(opened)}`);
    assertDurable(opened);
    const held = lock;
    return done({
      ...opened,
      backup,
      close: () => {
        opened.raw.close();
        held.release();
      },
    });
  } catch (error) {
    if (error instanceof MigrationError) return giveUp(refuse('migration-failed', { file, detail: error.message }));
    const refusal = refusalOf(error, file);
    if (refusal) return giveUp(refusal);
    giveUp(refuse('unreadable'));
    throw error;
  }
}

class MigrationError extends Error {}

function migrateOrExplain(db: ReadDb): { readonly backup: string | null } {
  try {
    return migrate(db, STORE_MIGRATIONS);
  } catch (error) {
    if (refusalOf(error, db.raw.name)) throw error;
    throw new MigrationError((error as Error).message, { cause: error });
  }
}
