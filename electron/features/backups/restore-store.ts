import fs from 'node:fs';
import path from 'node:path';
import { lookAtStoreFile, type StoreFileRefusal } from '../../../db/backups/look-at-store-file.ts';
import { connect } from '../../../db/kernel/connection.ts';
import { lockDatabase } from '../../../db/kernel/database-lock.ts';
import { backupFileName, parseBackupName } from '../../../shared/backups/backup-name.ts';
import type { Backup, FactsAtRisk, RestoreReport } from '../../../shared/contract/backups.contract.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { backupsFolder } from './backup-places.ts';
import { type OnProgress, runJob } from './run-job.ts';

type FileRefusal = Refusal<'backup-damaged' | 'backup-newer' | 'backup-unreadable'>;

const REASON = {
  'not-a-store': 'backup-damaged',
  damaged: 'backup-damaged',
  'newer-database': 'backup-newer',
  unreadable: 'backup-unreadable',
} as const;

const ofBackup = ({ reason }: StoreFileRefusal): FileRefusal => refuse(REASON[reason]);

/** A store that was restored and has yet to take its place; a crash in between leaves it for the next start. */
const restoredFile = (file: string): string => `${file}.restored`;

const LOGS = ['-wal', '-shm'] as const;

/** The file that was put aside last. By its name alone: to look into it would put another log beside it. */
const lastAside = (folder: string): string | undefined =>
  fs
    .readdirSync(folder)
    .filter((name) => parseBackupName(name)?.kind === 'replaced')
    .toSorted()
    .at(-1);

/** At start: a restore that was cut off after its last step but one is ended; one cut off before is forgotten. */
export function finishRestore(file: string, dataFolder: string): void {
  const restored = restoredFile(file);
  if (!fs.existsSync(restored)) return;
  if (fs.existsSync(file)) {
    fs.rmSync(restored, { force: true });
    return;
  }
  // A log that was left behind belongs to the file that was put aside: beside the restored one it would spoil it.
  const folder = backupsFolder(dataFolder);
  for (const log of LOGS) {
    if (!fs.existsSync(file + log)) continue;
    const aside = lastAside(folder);
    if (aside) fs.renameSync(file + log, path.join(folder, aside + log));
    else fs.rmSync(file + log);
  }
  fs.renameSync(restored, file);
}

/** What the store holds now and a backup does not. */
export async function factsAtRisk(file: string, backup: string): Promise<Outcome<FactsAtRisk, FileRefusal>> {
  const found = await runJob({ kind: 'at-risk', backup, present: fs.existsSync(file) ? file : null });
  return found.ok ? found : ofBackup(found);
}

interface RestoreTerms {
  /** The store's own file. */
  readonly file: string;
  readonly dataFolder: string;
  readonly chosen: { readonly file: string; readonly backup: Backup };
  readonly bringBack: boolean;
  /** Without bringing them back, no more facts than this may be left out: those that somebody was told of. */
  readonly mostLeftOut: number;
  readonly nowMs: number;
  readonly onProgress: OnProgress;
  /** Closes the store, where it is open. */
  readonly close: () => void;
}

/**
 * Puts a backup in the place of the store. What it replaces is kept under a name of its own, with the log beside it, and
 * never deleted. Nothing is touched before the restored store is whole and on the disk; the store is open again when
 * its caller opens it.
 */
export async function restoreStore(
  terms: RestoreTerms,
): Promise<Outcome<RestoreReport, FileRefusal | Refusal<'store-in-use' | 'facts-came-since'>>> {
  const { file, dataFolder, chosen, bringBack, nowMs, onProgress } = terms;
  const present = fs.existsSync(file) ? file : null;
  const prepared = await runJob(
    { kind: 'restore', backup: chosen.file, present, to: restoredFile(file), bringBack, nowMs },
    { onProgress },
  );
  if (!prepared.ok) return ofBackup(prepared);
  if (!bringBack && prepared.value.lostFacts > terms.mostLeftOut) {
    fs.rmSync(restoredFile(file), { force: true });
    return refuse('facts-came-since');
  }
  terms.close();
  const lock = lockDatabase(file);
  if (!lock) {
    fs.rmSync(restoredFile(file), { force: true });
    return refuse('store-in-use');
  }
  let keptAs: string | null = null;
  try {
    keptAs = keepAside(file, dataFolder, nowMs);
    fs.renameSync(restoredFile(file), file);
  } finally {
    lock.release();
  }
  return done({
    ...prepared.value,
    lostReceipts: [...prepared.value.lostReceipts],
    atMs: nowMs,
    backupAtMs: chosen.backup.atMs,
    keptAs,
  });
}

/**
 * Moves the store's file among the backups, and its write-ahead log after it, since the last facts may be only there. The
 * file goes first: a log alone beside it is what `finishRestore` can put right, a file without its log is not.
 */
function keepAside(file: string, dataFolder: string, nowMs: number): string | null {
  if (!fs.existsSync(file)) return null;
  fs.mkdirSync(backupsFolder(dataFolder), { recursive: true });
  const looked = lookAtStoreFile(file);
  const lastSeq = looked.ok ? looked.value.lastSeq : null;
  const name = backupFileName({ kind: 'replaced', atMs: nowMs, lastSeq });
  const aside = path.join(backupsFolder(dataFolder), name);
  for (const suffix of ['', ...LOGS]) if (fs.existsSync(file + suffix)) fs.renameSync(file + suffix, aside + suffix);
  // One plain file, as every backup is; a damaged one is left exactly as it was.
  if (looked.ok) connect(aside, { journal: 'DELETE' }).raw.close();
  return name;
}
