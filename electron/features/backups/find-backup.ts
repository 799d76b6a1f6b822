import fs from 'node:fs';
import path from 'node:path';
import { parseBackupName } from '../../../shared/backups/backup-name.ts';
import type { Backup, WhichBackup } from '../../../shared/contract/backups.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { backupsFolder, backupsIn, folderAtSecondPlace } from './backup-places.ts';

/** Where the backups of a store may lie. */
export interface Places {
  readonly dataFolder: string;
  readonly secondFolder: string | null;
  /** A folder that somebody looks into: a stick, a share, the data folder of a computer that is gone. */
  readonly chosenFolder: string | null;
  /** Whose backups; null where no store is known yet, so that any will do. */
  readonly storeId: Id<'store'> | null;
}

/** Folders within a chosen one in which this program would have put backups. */
function foldersIn(chosen: string): string[] {
  const within = fs
    .readdirSync(chosen, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^(regulars-|backups$)/.test(entry.name))
    .map(({ name }) => path.join(chosen, name));
  return [chosen, ...within];
}

export function foldersOf(
  { dataFolder, secondFolder, chosenFolder, storeId }: Places,
  place: Backup['place'],
): string[] {
  if (place === 'here') return [backupsFolder(dataFolder)];
  if (place === 'second')
    return secondFolder !== null && storeId !== null ? [folderAtSecondPlace(secondFolder, storeId)] : [];
  return chosenFolder === null ? [] : foldersIn(chosenFolder);
}

/** Every backup that can be found, newest first. A chosen folder is one that can be read. */
export function findBackups(places: Places): Backup[] {
  const chosen = places.chosenFolder === null ? [] : (['chosen'] as const);
  return (['here', 'second', ...chosen] as const)
    .flatMap((place) => foldersOf(places, place).flatMap((folder) => backupsIn(folder, place, places.storeId)))
    .toSorted((a, b) => b.atMs - a.atMs);
}

/** A folder as a person typed it: a whole path that is there. */
export function readableFolder(folder: string): Outcome<string, Refusal<'folder-not-whole' | 'folder-missing'>> {
  if (!path.isAbsolute(folder) || folder.includes('\0')) return refuse('folder-not-whole');
  try {
    fs.readdirSync(folder);
    return done(path.resolve(folder));
  } catch {
    return refuse('folder-missing', { folder });
  }
}

export type FindRefusal = Refusal<
  'backup-unknown' | 'backup-damaged' | 'backup-newer' | 'backup-unreadable' | 'backup-other-store'
>;

/** The file of a backup from which the store can be restored. */
export function findBackup(
  places: Places,
  { place, name }: WhichBackup,
): Outcome<{ readonly file: string; readonly backup: Backup }, FindRefusal> {
  if (!parseBackupName(name)) return refuse('backup-unknown');
  for (const folder of foldersOf(places, place)) {
    const backup = backupsIn(folder, place, places.storeId).find((each) => each.name === name);
    if (!backup) continue;
    if (backup.state === 'good' || backup.state === 'older') return done({ file: path.join(folder, name), backup });
    return refuse(`backup-${backup.state}`);
  }
  return refuse('backup-unknown');
}
