import { z } from 'zod';
import { BACKUP_KINDS } from '../backups/backup-name.ts';
import { EVERY_MINUTES } from '../backups/due.ts';
import { factsSummary } from '../backups/facts-summary.ts';
import { instantMs } from './fields.ts';
import { mutation, query } from './procedure.ts';

/** `here`: in the data folder. `second`: at the second place. `chosen`: in a folder that somebody looked into. */
const place = z.enum(['here', 'second', 'chosen']);

/** A path as this computer's system writes it. */
const folderPath = z.string().min(1).max(1000);

/** Whether a store can be restored from it. `older` and `newer` are about the program that wrote it. */
export const BACKUP_STATES = ['good', 'older', 'newer', 'damaged', 'other-store', 'unreadable'] as const;

const backup = z.object({
  place,
  name: z.string(),
  kind: z.enum(BACKUP_KINDS),
  atMs: instantMs,
  bytes: z.int(),
  /** How many facts it holds: the seq of the last one. */
  facts: z.int().nullable(),
  state: z.enum(BACKUP_STATES),
});

/** Why a backup was not made, or not at the second place. */
export const BACKUP_FAILURES = ['no-space', 'not-writable', 'folder-missing', 'damaged', 'failed'] as const;
const failure = z.object({ atMs: instantMs, why: z.enum(BACKUP_FAILURES), code: z.string() });

const running = z.object({
  what: z.enum(['backup', 'second', 'check', 'restore']),
  phase: z.enum(['copying', 'checking', 'bringing-back']),
  /** 0 of 0 where there is nothing to count. */
  done: z.int(),
  total: z.int(),
});

const restoreReport = z.object({
  atMs: instantMs,
  backupAtMs: instantMs,
  broughtBack: factsSummary,
  lostFacts: z.int(),
  /** Numbers on receipts that the restored store does not know, as far as that is known. */
  lostReceipts: z.array(z.string()),
  /** Whether the file that was replaced could be read to the end of its log; if not, more may be lost. */
  isReadable: z.boolean(),
  /** The name under which that file is kept; null where there was none. */
  keptAs: z.string().nullable(),
});

const atRisk = z.object({ facts: factsSummary, unreadable: z.int(), isReadable: z.boolean() });

const status = z.object({
  everyMinutes: z.int(),
  folder: z.string(),
  secondFolder: z.string().nullable(),
  /** What this host can do for the window: only a desktop program shows folders. */
  canShowFolders: z.boolean(),
  running: running.nullable(),
  lastGoodAtMs: instantMs.nullable(),
  /** Whether anything changed since the last backup. */
  hasChanged: z.boolean(),
  failure: failure.nullable(),
  secondFailure: failure.nullable(),
  /** The last whole check of the store's data. */
  check: z.object({ atMs: instantMs, sound: z.boolean() }).nullable(),
  freeBytes: z.int().nullable(),
  restored: restoreReport.nullable(),
});

const RESTORE_REFUSALS = [
  'backup-unknown',
  'backup-damaged',
  'backup-newer',
  'backup-unreadable',
  'backup-other-store',
  'backup-running',
] as const;

const whichBackup = z.object({ place, name: z.string().max(200) });

export const backupsContract = {
  status: query({ access: 'settings.write', input: z.void(), output: status }),
  /** The backups of this store here and at the second place, newest first. */
  list: query({ access: 'settings.write', input: z.void(), output: z.array(backup) }),
  /** Makes a backup now. */
  make: mutation({
    access: 'settings.write',
    input: z.void(),
    output: z.object({ name: z.string() }),
    refusals: ['backup-running', 'backup-cancelled', 'backup-no-space', 'backup-not-writable', 'backup-failed'],
  }),
  /** Stops the backup that is being made. */
  stop: mutation({ access: 'settings.write', input: z.void(), output: z.null() }),
  configure: mutation({
    access: 'settings.write',
    input: z.object({
      everyMinutes: z.int().min(EVERY_MINUTES.least).max(EVERY_MINUTES.most),
      secondFolder: folderPath.nullable(),
    }),
    output: z.null(),
    refusals: ['folder-not-whole', 'folder-missing', 'folder-not-writable', 'folder-is-ours'],
  }),
  /** Lets the person choose a folder; null where nothing was chosen. */
  chooseFolder: mutation({
    access: 'settings.write',
    input: z.void(),
    output: z.object({ folder: z.string().nullable() }),
    refusals: ['not-in-a-browser'],
  }),
  openFolder: mutation({
    access: 'settings.write',
    input: z.void(),
    output: z.null(),
    refusals: ['not-in-a-browser'],
  }),
  /** What the store holds now and a backup does not. */
  atRisk: query({
    access: 'settings.write',
    input: whichBackup,
    output: atRisk,
    refusals: [...RESTORE_REFUSALS],
  }),
  /**
   * Puts a backup in the place of the store, which is kept beside it. `bringBack`: with everything that came after the
   * backup and can be read. `facts` is how many were shown to be at risk: where there are more by now, it is refused.
   */
  restore: mutation({
    access: 'settings.write',
    input: whichBackup.extend({ bringBack: z.boolean(), facts: z.int().min(0) }),
    output: restoreReport,
    refusals: [...RESTORE_REFUSALS, 'facts-came-since', 'import-busy'],
  }),
};

/** The same where no store is open, because its file is damaged, missing or something else. */
export const recoveryContract = {
  /** `folder`: also what lies there, a stick for instance. */
  list: query({
    access: 'anyone',
    input: z.object({ folder: folderPath.nullable().default(null) }),
    output: z.array(backup),
    refusals: ['store-open', 'folder-not-whole', 'folder-missing'],
  }),
  atRisk: query({
    access: 'anyone',
    input: whichBackup.extend({ folder: folderPath.nullable().default(null) }),
    output: atRisk,
    refusals: ['store-open', ...RESTORE_REFUSALS],
  }),
  restore: mutation({
    access: 'anyone',
    input: whichBackup.extend({ folder: folderPath.nullable().default(null), bringBack: z.boolean() }),
    output: restoreReport,
    refusals: ['store-open', ...RESTORE_REFUSALS, 'store-in-use'],
  }),
  running: query({ access: 'anyone', input: z.void(), output: running.nullable() }),
  /** Tries again to open the store; what came of it is in the status. */
  reopen: mutation({ access: 'anyone', input: z.void(), output: z.null() }),
  /** The store's file is gone and will not come back: this computer begins anew. The backups stay. */
  startAfresh: mutation({ access: 'anyone', input: z.void(), output: z.null(), refusals: ['store-open'] }),
  /**
   * For whoever helps: versions, checks and logs, and nothing about any person. With a store open only for those who may
   * change its settings.
   */
  supportFile: query({
    access: 'anyone',
    input: z.void(),
    output: z.object({ name: z.string(), text: z.string() }),
    refusals: ['store-open'],
  }),
};

export type Backup = z.infer<typeof backup>;
export type BackupPlace = Backup['place'];
export type BackupStatus = z.infer<typeof status>;
export type BackupFailure = z.infer<typeof failure>;
export type BackupRun = z.infer<typeof running>;
export type RestoreReport = z.infer<typeof restoreReport>;
export type FactsAtRisk = z.infer<typeof atRisk>;
export type WhichBackup = z.infer<typeof whichBackup>;
export const restoreReportNote = restoreReport;
