import fs from 'node:fs';
import path from 'node:path';
import { rowsWritten } from '../../../db/backups/backups.queries.ts';
import { syncState } from '../../../db/changes/changes.queries.ts';
import { diskRefusalOf } from '../../../db/kernel/disk-refusal.ts';
import { putInPlace } from '../../../db/kernel/sync-file.ts';
import { backupFileName } from '../../../shared/backups/backup-name.ts';
import { backupIsDue, CHECK_EVERY_MS } from '../../../shared/backups/due.ts';
import { backupsToDrop } from '../../../shared/backups/prune.ts';
import type { Backup, BackupFailure, BackupRun } from '../../../shared/contract/backups.contract.ts';
import type { Clock } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { ComputerNotes } from '../../api/computer-notes.ts';
import type { OpenStore } from '../../api/open-store.ts';
import type { ProgramLog } from '../../api/program-log.ts';
import type { JobPhase } from './backup-job.ts';
import { backupsFolder, backupsIn, folderAtSecondPlace, freeBytesAt } from './backup-places.ts';
import { JobError, runJob } from './run-job.ts';

export interface BackupKeeperTerms {
  readonly dataFolder: string;
  readonly openStore: () => OpenStore | null;
  /** While nothing may be written to the store, it is not copied either. */
  readonly isStopped: () => boolean;
  readonly notes: ComputerNotes;
  readonly log: ProgramLog;
  readonly clock: Clock;
  /** Something that a window shows of the backups has changed. */
  readonly changed: () => void;
  /** The store's own file is damaged. */
  readonly damageFound: () => void;
}

export type BackupOutcome = Outcome<
  { readonly name: string },
  Refusal<'backup-running' | 'backup-cancelled' | 'backup-no-space' | 'backup-not-writable' | 'backup-failed'>
>;

/** Backs the open store up: when it is due, when asked, at the end of a shift and of the program. */
export interface BackupKeeper {
  readonly running: BackupRun | null;
  readonly failure: BackupFailure | null;
  readonly secondFailure: BackupFailure | null;
  /** Whether the store changed since the last backup of it. */
  hasChanged(): boolean;
  /** The backups of this store: of this computer and of its second place, newest first. */
  list(): Backup[];
  newestGood(): Backup | null;
  /** Makes a backup. `alone`: nobody sells meanwhile, so that it need not rest. */
  make(pace?: 'beside' | 'alone'): Promise<BackupOutcome>;
  /** Stops the backup that is running, and is done when it has stopped. */
  stop(): Promise<void>;
  /** Makes what is due: a backup, or the daily check of the data. */
  tick(): Promise<void>;
}

/** A backup that is not one yet. */
const MAKING = 'making.tmp';
/** A backup needs the room of the store itself, and some for what is sold meanwhile. */
const ROOM_BYTES = 32 * 1024 * 1024;
/** Of the room that is free or taken by backups, so much may be theirs. */
const BUDGET_SHARE = 0.5;

export function makeBackupKeeper(terms: BackupKeeperTerms): BackupKeeper {
  const { dataFolder, openStore, isStopped, notes, log, clock, changed, damageFound } = terms;
  const folder = backupsFolder(dataFolder);
  let running: BackupRun | null = null;
  let stopping: AbortController | null = null;
  let busy: Promise<unknown> = Promise.resolve();
  let failure: BackupFailure | null = null;
  let secondFailure: BackupFailure | null = null;
  /** What the newest backup of this run of the program holds, of which store. */
  let mark: { readonly of: OpenStore; readonly rows: number; readonly openedAtMs: number } | null = null;

  const show = (run: BackupRun | null) => {
    running = run;
    changed();
  };
  const progress =
    (what: BackupRun['what']) =>
    (phase: JobPhase, doneSoFar: number, total: number): void =>
      show({ what, phase, done: doneSoFar, total });

  const secondPlaceOf = (store: OpenStore): string | null => {
    const { secondFolder } = notes.now.backups;
    return secondFolder === null ? null : folderAtSecondPlace(secondFolder, store.facts.storeId);
  };

  const listOf = (store: OpenStore): Backup[] => {
    const second = secondPlaceOf(store);
    return [
      ...backupsIn(folder, 'here', store.facts.storeId),
      ...(second ? backupsIn(second, 'second', store.facts.storeId) : []),
    ].toSorted((a, b) => b.atMs - a.atMs);
  };
  const newestGoodOf = (store: OpenStore): Backup | null =>
    backupsIn(folder, 'here', store.facts.storeId).find(({ state, kind }) => state === 'good' && kind === 'store') ??
    null;

  /** Since when this store is watched: what was written before was written by a program that is gone. */
  function markOf(store: OpenStore): NonNullable<typeof mark> {
    if (mark?.of !== store) {
      const isBackedUp = newestGoodOf(store)?.facts === syncState.get(store.db, {})?.lastSeq;
      mark = { of: store, rows: isBackedUp ? rowsOf(store) : -1, openedAtMs: clock() };
    }
    return mark;
  }
  const changedSince = (store: OpenStore) => markOf(store).rows !== rowsOf(store);

  async function copyOf(store: OpenStore, pace: 'beside' | 'alone'): Promise<BackupOutcome> {
    const rows = rowsOf(store);
    const atMs = clock();
    const making = path.join(folder, MAKING);
    stopping = new AbortController();
    try {
      fs.mkdirSync(folder, { recursive: true });
      removeUnfinished();
      const room = freeBytesAt(folder);
      const needed = fs.statSync(store.db.raw.name).size + ROOM_BYTES;
      if (room !== null && room < needed) return failed('no-space', 'ENOSPC', atMs);
      const copied = await runJob(
        { kind: 'copy', from: store.db.raw.name, to: making, pace },
        { onProgress: progress('backup'), signal: stopping.signal },
      );
      if (!copied.ok) {
        // It is the store, page by page: what is wrong with it is wrong with the store, or with the disk it was copied to.
        const isDamaged = copied.reason === 'damaged' && !(await runJob({ kind: 'check', file: store.db.raw.name }));
        if (isDamaged) damageFound();
        return failed(isDamaged ? 'damaged' : 'failed', copied.reason, atMs);
      }
      const name = backupFileName({ kind: 'store', atMs, lastSeq: copied.value.lastSeq });
      putInPlace(making, path.join(folder, name));
      mark = { ...markOf(store), rows };
      failure = null;
      remember({ check: { atMs, sound: true } });
      log.note('backup-made', { facts: copied.value.lastSeq, bytes: copied.value.bytes, ms: clock() - atMs });
      await copyToSecondPlace(store, name);
      prune(store);
      return done({ name });
    } catch (error) {
      if (error instanceof JobError && error.code === 'cancelled') return refuse('backup-cancelled');
      return failed(whyOf(error), codeOf(error), atMs);
    } finally {
      stopping = null;
      removeUnfinished();
    }
  }

  function failed(why: BackupFailure['why'], code: string, atMs: number): BackupOutcome {
    failure = { atMs, why, code };
    log.note('backup-failed', { why, code });
    if (why === 'no-space') return refuse('backup-no-space');
    return refuse(why === 'not-writable' ? 'backup-not-writable' : 'backup-failed');
  }

  async function copyToSecondPlace(store: OpenStore, name: string): Promise<void> {
    const place = secondPlaceOf(store);
    const { secondFolder } = notes.now.backups;
    if (place === null || secondFolder === null) {
      secondFailure = null;
      return;
    }
    try {
      if (!fs.existsSync(secondFolder)) throw Object.assign(new Error(), { code: 'ENOENT' });
      fs.mkdirSync(place, { recursive: true });
      const from = path.join(folder, name);
      const room = freeBytesAt(place);
      if (room !== null && room < fs.statSync(from).size + ROOM_BYTES)
        throw Object.assign(new Error(), { code: 'ENOSPC' });
      await runJob(
        { kind: 'copy-elsewhere', from, to: path.join(place, name) },
        { onProgress: progress('second'), ...(stopping ? { signal: stopping.signal } : {}) },
      );
      secondFailure = null;
    } catch (error) {
      if (error instanceof JobError && error.code === 'cancelled') return;
      secondFailure = { atMs: clock(), why: whyOf(error), code: codeOf(error) };
      log.note('second-place-failed', { code: codeOf(error) });
    }
  }

  function prune(store: OpenStore): void {
    for (const place of [folder, secondPlaceOf(store)]) {
      if (place === null) continue;
      const planned = backupsIn(place, 'here', store.facts.storeId)
        .filter(({ kind, state }) => kind === 'store' && state !== 'other-store' && state !== 'unreadable')
        .map(({ name, atMs, bytes, state }) => ({ name, atMs, bytes, isGood: state !== 'damaged' }));
      const taken = planned.reduce((sum, { bytes }) => sum + bytes, 0);
      const budgetBytes = ((freeBytesAt(place) ?? Number.POSITIVE_INFINITY) + taken) * BUDGET_SHARE;
      for (const name of backupsToDrop(planned, { nowMs: clock(), zone: store.day.zone, budgetBytes }))
        fs.rmSync(path.join(place, name), { force: true });
    }
  }

  /** Also what a program left behind that was killed: the store is open here, so nobody else makes a backup of it. */
  function removeUnfinished(): void {
    for (const name of fs.existsSync(folder) ? fs.readdirSync(folder) : [])
      if (name.startsWith(MAKING)) fs.rmSync(path.join(folder, name), { force: true });
  }

  const remember = (changes: Parameters<ComputerNotes['change']>[0]) => {
    try {
      notes.change(changes);
    } catch (error) {
      log.bug('computer-notes', error);
    }
  };

  async function check(store: OpenStore): Promise<void> {
    show({ what: 'check', phase: 'checking', done: 0, total: 0 });
    stopping = new AbortController();
    try {
      const sound = await runJob({ kind: 'check', file: store.db.raw.name }, { signal: stopping.signal });
      remember({ check: { atMs: clock(), sound } });
      log.note('check-done', { sound });
      if (!sound) damageFound();
    } catch (error) {
      if (codeOf(error) !== 'cancelled') log.bug('check', error);
    } finally {
      stopping = null;
      show(null);
    }
  }

  const keeper: BackupKeeper = {
    get running() {
      return running;
    },
    get failure() {
      return failure;
    },
    get secondFailure() {
      return secondFailure;
    },
    hasChanged() {
      const store = openStore();
      return store !== null && changedSince(store);
    },
    list() {
      const store = openStore();
      return store ? listOf(store) : [];
    },
    newestGood() {
      const store = openStore();
      return store && newestGoodOf(store);
    },
    async make(pace = 'beside') {
      const store = openStore();
      if (running || isStopped() || !store) return refuse('backup-running');
      show({ what: 'backup', phase: 'copying', done: 0, total: 0 });
      const making = copyOf(store, pace).finally(() => show(null));
      busy = making;
      return making;
    },
    async stop() {
      stopping?.abort();
      await busy.catch(() => {});
    },
    async tick() {
      const store = openStore();
      if (!store || running || isStopped()) return;
      const { openedAtMs } = markOf(store);
      const lastAtMs = Math.max(newestGoodOf(store)?.atMs ?? openedAtMs, failure?.atMs ?? 0);
      const { everyMinutes } = notes.now.backups;
      if (backupIsDue({ nowMs: clock(), lastAtMs, everyMinutes, hasChanged: changedSince(store) })) await keeper.make();
      else if (clock() - (notes.now.check?.atMs ?? 0) >= CHECK_EVERY_MS) {
        const checking = check(store);
        busy = checking;
        await checking;
      }
    },
  };
  return keeper;
}

const rowsOf = ({ db }: OpenStore): number => rowsWritten.get(db, {})?.total ?? 0;

const codeOf = (error: unknown): string => String((error as { readonly code?: unknown }).code ?? 'unknown');

function whyOf(error: unknown): BackupFailure['why'] {
  const refusal = diskRefusalOf(error);
  if (refusal?.reason === 'disk-full') return 'no-space';
  if (refusal?.reason === 'store-damaged') return 'damaged';
  const code = codeOf(error);
  if (refusal?.reason === 'disk-read-only' || /^(EACCES|EPERM|SQLITE_CANTOPEN)/.test(code)) return 'not-writable';
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'folder-missing' : 'failed';
}
