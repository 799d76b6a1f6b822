import fs from 'node:fs';
import path from 'node:path';
import { isSound, soundHead } from '../../db/backups/look-at-store-file.ts';
import { checkpointAll } from '../../db/kernel/connection.ts';
import { diskRefusalOf } from '../../db/kernel/disk-refusal.ts';
import { versionOf } from '../../db/kernel/migrate.ts';
import {
  type OpenRefusal,
  openRefusalOf,
  openStoreDatabase,
  type StoreDatabase,
} from '../../db/kernel/open-store-database.ts';
import { randomBytes } from '../../db/kernel/random-bytes.ts';
import { staffById } from '../../db/staff/staff.queries.ts';
import type { BackupRun } from '../../shared/contract/backups.contract.ts';
import { type Id, makeIdSource } from '../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../shared/kernel/outcome.ts';
import { USUAL_SETTING } from '../features/api-keys/pos-api-setting.ts';
import { makeBackupKeeper } from '../features/backups/backup-keeper.ts';
import { backupsFolder } from '../features/backups/backup-places.ts';
import { noteRestore } from '../features/backups/note-restore.ts';
import { finishRestore, restoreStore } from '../features/backups/restore-store.ts';
import { ImportDesk } from '../features/imports/import-desk.ts';
import { NightlyDesk } from '../features/nightly/nightly-desk.ts';
import { makeIdleWork } from '../features/stores/idle-work.ts';
import { readOpenStore } from '../features/stores/read-open-store.ts';
import type { AppHost, AppHostOptions, PosApi, PosApiHost, StoreState } from './app-host.ts';
import { ChangeFeed } from './change-feed.ts';
import type { Client } from './client.ts';
import { type Notes, openComputerNotes } from './computer-notes.ts';
import type { OpenStore } from './open-store.ts';
import { openProgramLog } from './program-log.ts';

export const STORE_FILE = 'store.db';
const IDLE_MS = 5_000;
/** The night's work is for a till that nobody has touched for longer. */
const NIGHT_IDLE_MS = 60_000;

const nextId = makeIdSource(Date.now, randomBytes);

/** How often it is looked whether a backup is due. */
const BACKUP_LOOK_MS = 60_000;
/** Longer than this no backup keeps the program from ending. */
const LAST_BACKUP_MS = 60_000;

/**
 * Opens the data folder: the store in it, if there is one. A store that cannot be opened is a state that has a screen
 * of its own, not an exception.
 */
export function openAppHost({ makePosApi = noPosApi, ...options }: AppHostOptions): AppHost {
  const file = path.join(options.dataFolder, STORE_FILE);
  const changes = new ChangeFeed();
  const clients = new Map<string, Client>();
  const log = openProgramLog(options.dataFolder);
  const notes = openComputerNotes(options.dataFolder);
  const remember = (change: Partial<Notes>) => {
    try {
      notes.change(change);
    } catch (error) {
      log.bug('computer-notes', error);
    }
  };
  let damaged = false;
  let restoring: BackupRun | null = null;
  let desk: { readonly of: OpenStore; readonly imports: ImportDesk; readonly nightly: NightlyDesk } | null = null;

  log.note('start', { version: options.version, host: options.kind, node: process.versions.node });
  finishRestore(file, options.dataFolder);
  let state = openThis();

  function openThis(): StoreState {
    damaged = false;
    const opened = withItsDesk(openState(file, notes.now));
    if (opened.kind === 'open') {
      const { storeId, storeName } = opened.store.facts;
      remember({ store: { storeId, storeName }, ...(notes.now.check?.sound === false ? { check: null } : {}) });
      log.note('store-open', { schema: versionOf(opened.store.db) });
    } else if (opened.kind === 'refused') log.note('store-refused', { reason: opened.reason });
    return opened;
  }

  /** Made with the store, so that an import that was interrupted goes on at once. */
  function desksOf(store: OpenStore): { readonly imports: ImportDesk; readonly nightly: NightlyDesk } {
    if (desk?.of !== store) {
      const publish = (topics: readonly string[]) => changes.publish(topics);
      const terms = { store, clock: Date.now, ids: nextId, publish };
      desk = { of: store, imports: new ImportDesk(terms), nightly: new NightlyDesk(terms) };
    }
    return desk;
  }

  function withItsDesk(opened: StoreState): StoreState {
    if (opened.kind !== 'open') return opened;
    try {
      desksOf(opened.store);
      return opened;
    } catch (error) {
      const refusal = openRefusalOf(error, file);
      opened.store.db.close();
      if (!refusal) throw error;
      return refused(refusal);
    }
  }

  let lastActMs = Date.now();
  changes.listen(() => {
    lastActMs = Date.now();
  });
  let idleWork: { readonly of: OpenStore; readonly step: () => void } | null = null;
  const idle = setInterval(() => {
    if (state.kind !== 'open' || stopped() || Date.now() - lastActMs < IDLE_MS) return;
    if (idleWork?.of !== state.store) idleWork = { of: state.store, step: makeIdleWork(state.store) };
    try {
      idleWork.step();
      const { imports, nightly } = desksOf(state.store);
      if (!imports.isBusy && Date.now() - lastActMs >= NIGHT_IDLE_MS) nightly.startIfDue();
    } catch (error) {
      // Nothing that a clerk waits for: a full disk will say so at the next sale, and the step comes again.
      log.bug('idle-work', error);
      if (diskRefusalOf(error)?.reason === 'store-damaged') damageFound();
    }
  }, IDLE_MS);
  idle.unref();

  const closeStore = () => {
    desk?.imports.close();
    desk?.nightly.halt();
    desk = null;
    if (state.kind === 'open') state.store.db.close();
    state = { kind: 'first-run' };
  };
  const signEverybodyOut = () => {
    for (const client of clients.values()) client.staff = null;
    void posApi.follow();
  };
  /** Whoever works here still, in the store that is open now, stays signed in. */
  const keepSignedIn = () => {
    const store = state.kind === 'open' ? state.store : null;
    for (const client of clients.values()) {
      const known = store && client.staff && staffById.get(store.db, { staffId: client.staff.staffId });
      client.staff = known?.active ? { staffId: known.staffId, name: known.name, role: known.role } : null;
      client.approvals.clear();
    }
    void posApi.follow();
  };
  const stopped = () => (damaged ? 'store-damaged' : restoring ? 'store-restoring' : null);
  const damageFound = () => {
    if (damaged) return;
    damaged = true;
    desk?.imports.halt();
    desk?.nightly.halt();
    log.note('damage-found');
    remember({ check: { atMs: Date.now(), sound: false } });
    changes.publish(['store', 'backups']);
  };

  /** The restore stands, whether or not the disk has room for a word about it. */
  const sayRestored = (byId: Id<'staff'> | null) => {
    try {
      if (state.kind === 'open') noteRestore(state.store, byId, Date.now(), nextId);
    } catch (error) {
      log.bug('note-restore', error);
    }
  };

  const shared: PosApiHost = {
    clock: Date.now,
    ids: nextId,
    changes,
    log,
    openStore: () => (state.kind === 'open' ? state.store : null),
    writesStopped: stopped,
  };
  const posApi = makePosApi(shared);
  void posApi.follow();

  const backups = makeBackupKeeper({
    dataFolder: options.dataFolder,
    openStore: shared.openStore,
    isStopped: () => stopped() !== null,
    notes,
    log,
    clock: Date.now,
    changed: () => changes.publish(['backups']),
    damageFound,
  });
  const look = setInterval(() => void backups.tick(), BACKUP_LOOK_MS);
  look.unref();

  return {
    ...options,
    ...shared,
    posApi,
    imports: () => {
      if (state.kind !== 'open') throw new Error('no store is open');
      return desksOf(state.store).imports;
    },
    nightly: () => {
      if (state.kind !== 'open') throw new Error('no store is open');
      return desksOf(state.store).nightly;
    },
    notes,
    backups,
    storeFile: file,
    get restoring() {
      return restoring;
    },
    damageFound,
    status: () => ({
      version: options.version,
      host: options.kind,
      dataFolder: options.dataFolder,
      state: state.kind === 'open' ? { kind: 'open', store: state.store.facts, writesStopped: stopped() } : state,
    }),
    client(key) {
      const known = clients.get(key);
      if (known) return known;
      const made: Client = { key, staff: null, approvals: new Map() };
      clients.set(key, made);
      return made;
    },
    forgetClient: (key) => void clients.delete(key),
    staffChanged(staffId, now) {
      for (const client of clients.values()) {
        if (client.staff?.staffId === staffId) client.staff = now;
        for (const [approvalId, { byId }] of client.approvals)
          if (byId === staffId) client.approvals.delete(approvalId);
      }
    },
    makeStore(make) {
      if (state.kind !== 'first-run' || restoring) return refuse('store-exists');
      const opened = makeIn(options.dataFolder, file, make);
      if (!opened.ok) return opened;
      state = openThis();
      void posApi.follow();
      return opened;
    },
    readStoreAgain() {
      if (state.kind !== 'open') return;
      const { store } = state;
      // The same store: what works with it, an import that runs for instance, goes on.
      store.facts = readOpenStore(store.db)?.facts ?? store.facts;
    },
    async putStoreAside(name) {
      await backups.stop();
      // A thread may still be reading: then closing alone would leave what was last written in the log beside the file.
      if (state.kind === 'open') checkpointAll(state.store.db);
      closeStore();
      signEverybodyOut();
      const kept = path.join(options.dataFolder, name);
      fs.renameSync(file, kept);
      for (const suffix of ['-wal', '-shm', '.lock']) fs.rmSync(`${file}${suffix}`, { force: true });
      const itsBackups = backupsFolder(options.dataFolder);
      if (fs.existsSync(itsBackups)) fs.renameSync(itsBackups, `${kept}-backups`);
      remember({ store: null, check: null, restored: null });
      return kept;
    },
    reopen() {
      if (state.kind !== 'refused' || restoring) return;
      state = openThis();
      void posApi.follow();
    },
    startAfresh() {
      remember({ store: null, check: null, restored: null });
      state = openThis();
    },
    async restore({ chosen, bringBack, mostLeftOut, byId }) {
      if (restoring || backups.running) return refuse('backup-running');
      if (desk?.imports.isBusy) return refuse('import-busy');
      const show = (run: BackupRun | null) => {
        restoring = run;
        changes.publish(['backups', 'store']);
      };
      show({ what: 'restore', phase: 'checking', done: 0, total: 0 });
      try {
        const outcome = await restoreStore({
          file,
          dataFolder: options.dataFolder,
          chosen,
          bringBack,
          mostLeftOut,
          nowMs: Date.now(),
          onProgress: (phase, soFar, total) => show({ what: 'restore', phase, done: soFar, total }),
          close: closeStore,
        });
        if (outcome.ok) {
          remember({ check: { atMs: Date.now(), sound: true }, restored: outcome.value });
          log.note('restored', {
            broughtBack: outcome.value.broughtBack.facts,
            lost: outcome.value.lostFacts,
            readable: outcome.value.isReadable,
          });
        }
        if (state.kind !== 'open') state = openThis();
        if (outcome.ok) sayRestored(byId);
        keepSignedIn();
        return outcome;
      } catch (error) {
        log.bug('restore', error);
        if (state.kind !== 'open') state = openThis();
        if (diskRefusalOf(error)?.reason === 'disk-full') return refuse('disk-full');
        throw error;
      } finally {
        show(null);
      }
    },
    async finish() {
      if (state.kind !== 'open' || stopped()) return;
      await backups.stop();
      if (!backups.hasChanged()) return;
      const late = setTimeout(() => void backups.stop(), LAST_BACKUP_MS);
      await backups.make('alone').finally(() => clearTimeout(late));
    },
    close() {
      clearInterval(idle);
      clearInterval(look);
      void backups.stop();
      closeStore();
      signEverybodyOut();
      log.note('end');
    },
  };
}

const noPosApi = (): PosApi => ({
  status: () => {
    const { enabled, port } = USUAL_SETTING;
    return { enabled, port, openLines: false, portIsFixed: false, state: { kind: 'off' } };
  },
  follow: async () => {},
});

function openState(file: string, { store: known, check }: Notes): StoreState {
  if (!fs.existsSync(file))
    return known ? { kind: 'refused', reason: 'missing', detail: JSON.stringify({ file }) } : { kind: 'first-run' };
  const opened = openStoreDatabase(file);
  if (!opened.ok) return refused(opened);
  try {
    const store = readOpenStore(opened.value);
    if (store && isWhole(opened.value, check)) return { kind: 'open', store };
    opened.value.close();
    return store ? refused(refuse('damaged', { file })) : { kind: 'first-run' };
  } catch (error) {
    opened.value.close();
    const refusal = openRefusalOf(error, file);
    if (refusal) return refused(refusal);
    throw error;
  }
}

/** The head of the log at every start; every page only where damage was found before, since that takes its time. */
const isWhole = (db: StoreDatabase, check: Notes['check']): boolean =>
  soundHead(db) !== null && (check?.sound !== false || isSound(db));

const refused = ({ reason, details }: OpenRefusal): StoreState => ({
  kind: 'refused',
  reason,
  detail: JSON.stringify(details ?? {}),
});

/** Makes a store in the folder; what fails half-way leaves no store behind. */
function makeIn(
  folder: string,
  file: string,
  make: (db: StoreDatabase) => Id<'store'>,
): Outcome<{ storeId: Id<'store'> }, Refusal<'folder-not-writable'>> {
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
  } catch {
    return refuse('folder-not-writable', { folder });
  }
  const opened = openStoreDatabase(file);
  if (!opened.ok) return refuse('folder-not-writable', { folder });
  try {
    return done({ storeId: make(opened.value) });
  } finally {
    opened.value.close();
  }
}
