import fs from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { OPEN_REFUSALS } from '../../shared/contract/app.contract.ts';
import { done, type Outcome, type Refusal, refuse } from '../../shared/kernel/outcome.ts';
import { STORE_MIGRATIONS } from '../migrations/store/index.ts';
import { assertDurable, type ConnectOptions, connect, type ReadDb } from './connection.ts';
import { lockDatabase } from './database-lock.ts';
import { APPLICATION_ID, type Migration, migrate, versionOf } from './migrate.ts';
import { readMarks } from './read-marks.ts';

export interface StoreDatabase extends ReadDb {
  /** The copy that was made before a migration, or null. */
  readonly backup: string | null;
  close(): void;
}

export type OpenRefusal = Refusal<(typeof OPEN_REFUSALS)[number]>;

/** For tests: a program of tomorrow, and one with a broken setting. */
interface OpenOptions extends Pick<ConnectOptions, 'synchronous'> {
  readonly migrations?: readonly Migration[];
}

/** The schema that this program writes. */
export const newestVersion = (): number => STORE_MIGRATIONS.at(-1)?.version ?? 0;

/** Looks at a file without changing a byte of it. Null for one that may be opened, or made into a store. */
function inspect(file: string, migrations: readonly Migration[]): OpenRefusal | null {
  if (!fs.existsSync(file) || fs.statSync(file).size === 0) return null;
  const marks = readMarks(file);
  if (marks?.isEmpty) return null;
  if (marks?.applicationId !== APPLICATION_ID) return refuse('not-a-store', { file });
  const newest = migrations.at(-1)?.version ?? 0;
  if (marks.version > newest) return refuse('newer-database', { file, version: marks.version, newest });
  return null;
}

/** What an error of the disk or of the file means to whoever opens it; null for a bug. */
export function openRefusalOf(error: unknown, file: string): OpenRefusal | null {
  const code = error instanceof Sqlite.SqliteError ? error.code : ((error as { code?: string }).code ?? '');
  if (code.startsWith('SQLITE_NOTADB')) return refuse('not-a-store', { file });
  if (code.startsWith('SQLITE_CORRUPT')) return refuse('damaged', { file });
  if (/^(SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_IOERR|SQLITE_PERM|EACCES|EPERM|EROFS|EISDIR)/.test(code))
    return refuse('unreadable', { file, code });
  return null;
}

/**
 * Opens a store's database, or makes it where the file is missing: lock, look, migrate, and assert that what is
 * committed is on the disk. A newer or foreign file is refused untouched.
 */
export function openStoreDatabase(
  file: string,
  { migrations = STORE_MIGRATIONS, synchronous }: OpenOptions = {},
): Outcome<StoreDatabase, OpenRefusal> {
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
    const refused = inspect(file, migrations);
    if (refused) return giveUp(refused);
    const opened = connect(file, { synchronous });
    db = opened;
    const { backup } = migrateOrExplain(opened, migrations);
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
    const refusal = openRefusalOf(error, file);
    if (refusal) return giveUp(refusal);
    giveUp(refuse('unreadable'));
    throw error;
  }
}

class MigrationError extends Error {}

function migrateOrExplain(db: ReadDb, migrations: readonly Migration[]): { readonly backup: string | null } {
  try {
    return migrate(db, migrations);
  } catch (error) {
    if (openRefusalOf(error, db.raw.name)) throw error;
    throw new MigrationError((error as Error).message, { cause: error });
  }
}
