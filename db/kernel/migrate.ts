import fs from 'node:fs';
import path from 'node:path';
import { BACKUPS_FOLDER, backupFileName } from '../../shared/backups/backup-name.ts';
import type { ReadDb } from './connection.ts';

export interface Migration {
  /** In tens, so that there is room. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Marks the file as ours ("REGU"), so that another program's database is not taken for a store. */
export const APPLICATION_ID = 0x52454755;

export const versionOf = ({ raw }: ReadDb): number => raw.pragma('user_version', { simple: true }) as number;

/** Headquarters' database has a log of every store and none of its own. */
const isStore = (raw: ReadDb['raw']): boolean =>
  raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'sync_state'").get() !== undefined;

/** Copies the database into the backups beside it before its schema changes. Returns the copy's path. */
function backupBeforeMigration({ raw }: ReadDb): string {
  const folder = path.join(path.dirname(raw.name), BACKUPS_FOLDER);
  fs.mkdirSync(folder, { recursive: true });
  const lastSeq = isStore(raw)
    ? ((raw.prepare('SELECT last_seq FROM sync_state').pluck().get() as number | undefined) ?? 0)
    : 0;
  const copy = path.join(folder, backupFileName({ kind: 'before-update', atMs: Date.now(), lastSeq }));
  raw.prepare('VACUUM INTO ?').run(copy);
  return copy;
}

/**
 * Brings a database up to the newest migration, in one transaction with its version number. A database that holds
 * something is copied first. Throws when a migration fails, and leaves the database as it was, also for the program
 * of yesterday.
 */
export function migrate(
  db: ReadDb,
  migrations: readonly Migration[],
  { copyFirst = true }: { readonly copyFirst?: boolean } = {},
): { readonly backup: string | null } {
  const current = versionOf(db);
  const due = migrations.filter((migration) => migration.version > current);
  if (due.length === 0) return { backup: null };
  const backup = current === 0 || !copyFirst ? null : backupBeforeMigration(db);
  db.raw
    .transaction(() => {
      for (const migration of due) run(db, migration);
    })
    .immediate();
  return { backup };
}

function run({ raw }: ReadDb, { name, sql, version }: Migration): void {
  raw.exec(sql);
  const violations = raw.pragma('foreign_key_check') as unknown[];
  if (violations.length > 0) throw new Error(`migration ${name} breaks ${violations.length} references`);
  raw.pragma(`application_id = ${APPLICATION_ID}`);
  raw.pragma(`user_version = ${version}`);
}
