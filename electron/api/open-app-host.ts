import fs from 'node:fs';
import path from 'node:path';
import { checkpointAll } from '../../db/kernel/connection.ts';
import { diskRefusalOf } from '../../db/kernel/disk-refusal.ts';
import { versionOf } from '../../db/kernel/migrate.ts';
import { openRefusalOf } from '../../db/kernel/open-store-database.ts';
import { randomBytes } from '../../db/kernel/random-bytes.ts';
import type { BackupRun } from '../../shared/contract/backups.contract.ts';
import { type Id, makeIdSource } from '../../shared/kernel/id.ts';
import { refuse } from '../../shared/kernel/outcome.ts';
import { USUAL_SETTING } from '../features/api-keys/pos-api-setting.ts';
import { makeBackupKeeper } from '../features/backups/backup-keeper.ts';
import { backupsFolder } from '../features/backups/backup-places.ts';
import { noteRestore } from '../features/backups/note-restore.ts';
import { finishRestore, restoreStore } from '../features/backups/restore-store.ts';
import { readOpenStore } from '../features/stores/read-open-store.ts';
import type { AppHost, AppHostOptions, PosApi, PosApiHost, StoreState } from './app-host.ts';
import { ChangeFeed } from './change-feed.ts';
import { makeClients } from './clients.ts';
import { type Notes, openComputerNotes } from './computer-notes.ts';
import type { OpenStore } from './open-store.ts';
import { openProgramLog } from './program-log.ts';
import { haltDesks, openDesks, type StoreDesks } from './store-desks.ts';
import { makeIn, openState, refused } from './store-in-folder.ts';
import { workWhenIdle } from './work-when-idle.ts';

export const STORE_FILE = 'store.db';

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
  const clients = makeClients();
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
  let desk: StoreDesks | null = null;

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
  function desksOf(store: OpenStore): StoreDesks {
    if (desk?.of !== store)
      desk = openDesks({ store, clock: Date.now, ids: nextId, publish: (topics) => changes.publish(topics) });
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

  const endIdleWork = workWhenIdle({
    changes,
    log,
    openStore: () => (state.kind === 'open' && !stopped() ? state.store : null),
    desksOf,
    damageFound: () => damageFound(),
  });

  const closeStore = () => {
    desk?.imports.close();
    if (desk) haltDesks(desk);
    desk = null;
    if (state.kind === 'open') state.store.db.close();
    state = { kind: 'first-run' };
  };
  const signEverybodyOut = () => {
    clients.signAllOut();
    void posApi.follow();
  };
  /** Whoever works here still, in the store that is open now, stays signed in. */
  const keepSignedIn = () => {
    clients.keepThoseOf(state.kind === 'open' ? state.store : null);
    void posApi.follow();
  };
  const stopped = () => (damaged ? 'store-damaged' : restoring ? 'store-restoring' : null);
  const damageFound = () => {
    if (damaged) return;
    damaged = true;
    desk?.imports.halt();
    if (desk) haltDesks(desk);
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
  const openDesk = () => {
    if (state.kind !== 'open') throw new Error('no store is open');
    return desksOf(state.store);
  };
  const look = setInterval(() => void backups.tick(), BACKUP_LOOK_MS);
  look.unref();

  return {
    ...options,
    ...shared,
    posApi,
    imports: () => openDesk().imports,
    nightly: () => openDesk().nightly,
    messages: () => openDesk().messages,
    campaigns: () => openDesk().campaigns,
    value: () => openDesk().value,
    sync: () => openDesk().sync,
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
    client: clients.of,
    forgetClient: clients.forget,
    staffChanged: clients.staffChanged,
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
      endIdleWork();
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
