import fs from 'node:fs';
import path from 'node:path';
import { lookAtStoreFile } from '../../../db/backups/look-at-store-file.ts';
import { newestVersion } from '../../../db/kernel/open-store-database.ts';
import { BACKUPS_FOLDER, parseBackupName } from '../../../shared/backups/backup-name.ts';
import type { Backup, BackupPlace } from '../../../shared/contract/backups.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';

export const backupsFolder = (dataFolder: string): string => path.join(dataFolder, BACKUPS_FOLDER);

/** At a second place several stores may keep their backups side by side. */
export const folderAtSecondPlace = (folder: string, storeId: Id<'store'>): string =>
  path.join(folder, `regulars-${storeId}`);

type Looked = Pick<Backup, 'facts' | 'state'>;
const looked = new Map<string, Looked>();

/** Looks into a backup, once for each file as it stands: the header, the length, and the head of its log. */
function lookInto(file: string, stat: fs.Stats, storeId: string | null): Looked {
  const known = `${file} ${stat.size} ${stat.mtimeMs} ${storeId}`;
  const before = looked.get(known);
  if (before) return before;
  const result = lookAtStoreFile(file);
  const now: Looked = result.ok
    ? { facts: result.value.lastSeq, state: stateOf(result.value, storeId) }
    : { facts: null, state: REFUSED[result.reason] };
  // A stick that was pulled out may come back.
  if (now.state !== 'unreadable') looked.set(known, now);
  return now;
}

const REFUSED = {
  'not-a-store': 'damaged',
  damaged: 'damaged',
  'newer-database': 'newer',
  unreadable: 'unreadable',
} as const;

function stateOf(file: { readonly storeId: string; readonly schemaVersion: number }, storeId: string | null) {
  if (storeId !== null && file.storeId !== storeId) return 'other-store' as const;
  return file.schemaVersion < newestVersion() ? ('older' as const) : ('good' as const);
}

/** The backups that lie in a folder, newest first; none where it cannot be read. */
export function backupsIn(folder: string, place: BackupPlace, storeId: string | null): Backup[] {
  return namesIn(folder)
    .flatMap((name) => {
      const parsed = parseBackupName(name);
      const file = path.join(folder, name);
      const stat = parsed && fs.statSync(file, { throwIfNoEntry: false });
      if (!parsed || !stat?.isFile()) return [];
      const { facts, state } = lookInto(file, stat, storeId);
      return [{ place, name, kind: parsed.kind, atMs: parsed.atMs, bytes: stat.size, facts, state }];
    })
    .toSorted((a, b) => b.atMs - a.atMs);
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

/** Bytes that this program may still write where a folder lies, or null where nobody can tell. */
export function freeBytesAt(folder: string): number | null {
  try {
    const { bavail, bsize } = fs.statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
