import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { perform } from '../../../db/changes/act.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { ComputerNotes, Notes } from '../../api/computer-notes.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import { readableFolder } from './find-backup.ts';

type ConfigureOutcome = Outcome<
  null,
  Refusal<'folder-not-whole' | 'folder-missing' | 'folder-not-writable' | 'folder-is-ours'>
>;

/** Writes a file there and takes it away again: what the system says of rights is not always so, on shares above all. */
function mayWriteIn(folder: string): boolean {
  const probe = path.join(folder, `.regulars-${randomUUID()}`);
  try {
    fs.writeFileSync(probe, 'regulars');
    fs.rmSync(probe);
    return true;
  } catch {
    return false;
  }
}

const isWithin = (folder: string, other: string) =>
  !path.relative(other, folder).startsWith('..') && !path.isAbsolute(path.relative(other, folder));

/** Says how often to back up, and where to besides. The audit log keeps who did. */
export function configureBackups(
  {
    store,
    notes,
    dataFolder,
  }: { readonly store: OpenStore; readonly notes: ComputerNotes; readonly dataFolder: string },
  wanted: Notes['backups'],
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): ConfigureOutcome {
  let { secondFolder } = wanted;
  if (secondFolder !== null) {
    const folder = readableFolder(secondFolder);
    if (!folder.ok) return folder;
    secondFolder = folder.value;
    if (isWithin(secondFolder, dataFolder)) return refuse('folder-is-ours');
    if (!mayWriteIn(secondFolder)) return refuse('folder-not-writable', { folder: secondFolder });
  }
  const before = notes.now.backups;
  const after = { everyMinutes: wanted.everyMinutes, secondFolder };
  const fields = (['everyMinutes', 'secondFolder'] as const).filter((field) => before[field] !== after[field]);
  if (fields.length === 0) return done(null);
  try {
    notes.change({ backups: after });
  } catch {
    return refuse('folder-not-writable', { folder: dataFolder });
  }
  perform(store.db, nowMs, (act) =>
    audit(
      act,
      { store, staffId, ids },
      { action: 'backup-settings', subjectKind: 'store', subjectId: store.facts.storeId, fields },
    ),
  );
  return done(null);
}
