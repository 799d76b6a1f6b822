import Sqlite from 'better-sqlite3';
import type { ReadDb } from '../../db/kernel/connection.ts';
import { type Migration, migrate } from '../../db/kernel/migrate.ts';
import { HQ_MIGRATIONS } from '../../db/migrations/hq/index.ts';
import { STORE_MIGRATIONS } from '../../db/migrations/store/index.ts';

/** A database in memory whose disk can fail at the next writes, and whose image can be kept and put back. */
export interface Disk {
  readonly db: ReadDb;
  /** So many writes from now on the disk fails once; null for never. */
  fuse: number | null;
  image(): Buffer;
}

export class DiskFailed extends Error {
  readonly code = 'SQLITE_IOERR';
}

export function diskOf(image: Buffer): Disk {
  const raw = new Sqlite(image);
  raw.pragma('foreign_keys = ON');
  const disk: Disk = {
    db: { raw: withFuse(raw, burn), statements: new Map() },
    fuse: null,
    image: () => raw.serialize(),
  };
  function burn(): void {
    if (disk.fuse === null) return;
    disk.fuse -= 1;
    if (disk.fuse >= 0) return;
    disk.fuse = null;
    throw new DiskFailed('the disk failed');
  }
  return disk;
}

/** The database as the program sees it; each write burns the fuse before it is made. */
function withFuse(raw: Sqlite.Database, burn: () => void): Sqlite.Database {
  const prepare = (sql: string) => {
    const statement = raw.prepare(sql);
    if (statement.readonly) return statement;
    return {
      readonly: false,
      run: (...values: unknown[]) => {
        burn();
        return statement.run(...values);
      },
    };
  };
  return { prepare, transaction: raw.transaction.bind(raw) } as unknown as Sqlite.Database;
}

function emptyImage(migrations: readonly Migration[]): Buffer {
  const raw = new Sqlite(':memory:');
  migrate({ raw, statements: new Map() }, migrations);
  const image = raw.serialize();
  raw.close();
  return image;
}

export const EMPTY_STORE = emptyImage(STORE_MIGRATIONS);
export const EMPTY_HUB = emptyImage(HQ_MIGRATIONS);
