import fs from 'node:fs';
import path from 'node:path';
import { checkpointAll } from '../../db/kernel/connection.ts';
import {
  type OpenRefusal,
  openRefusalOf,
  openStoreDatabase,
  type StoreDatabase,
} from '../../db/kernel/open-store-database.ts';
import { randomBytes } from '../../db/kernel/random-bytes.ts';
import { type Id, makeIdSource } from '../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../shared/kernel/outcome.ts';
import { USUAL_SETTING } from '../features/api-keys/pos-api-setting.ts';
import { ImportDesk } from '../features/imports/import-desk.ts';
import { makeIdleWork } from '../features/stores/idle-work.ts';
import { readOpenStore } from '../features/stores/read-open-store.ts';
import type { AppHost, AppHostOptions, PosApi, PosApiHost, StoreState } from './app-host.ts';
import { ChangeFeed } from './change-feed.ts';
import type { Client } from './client.ts';
import type { OpenStore } from './open-store.ts';

export const STORE_FILE = 'store.db';
const IDLE_MS = 5_000;

const nextId = makeIdSource(Date.now, randomBytes);

/**
 * Opens the data folder: the store in it, if there is one. A store that cannot be opened is a state that has a screen
 * of its own, not an exception.
 */
export function openAppHost({ makePosApi = noPosApi, ...options }: AppHostOptions): AppHost {
  const file = path.join(options.dataFolder, STORE_FILE);
  const changes = new ChangeFeed();
  const clients = new Map<string, Client>();
  let state = fs.existsSync(file) ? openState(file) : ({ kind: 'first-run' } as StoreState);

  let lastActMs = 0;
  changes.listen(() => {
    lastActMs = Date.now();
  });
  let idleWork: { readonly of: OpenStore; readonly step: () => void } | null = null;
  const idle = setInterval(() => {
    if (state.kind !== 'open' || Date.now() - lastActMs < IDLE_MS) return;
    if (idleWork?.of !== state.store) idleWork = { of: state.store, step: makeIdleWork(state.store, Date.now, nextId) };
    try {
      idleWork.step();
    } catch (error) {
      // Nothing that a clerk waits for: a full disk will say so at the next sale, and the step comes again.
      console.error(`idle work failed: ${(error as { code?: string }).code ?? 'unknown'}`);
    }
  }, IDLE_MS);
  idle.unref();

  let desk: { readonly of: OpenStore; readonly imports: ImportDesk } | null = null;
  /** Made with the store, so that an import that was interrupted goes on at once. */
  const deskOf = (store: OpenStore): ImportDesk => {
    if (desk?.of !== store) {
      const publish = (topics: readonly string[]) => changes.publish(topics);
      desk = { of: store, imports: new ImportDesk({ store, clock: Date.now, ids: nextId, publish }) };
    }
    return desk.imports;
  };
  const openDesk = () => {
    if (state.kind !== 'open') return;
    const { store } = state;
    try {
      deskOf(store);
    } catch (error) {
      const refusal = openRefusalOf(error, file);
      store.db.close();
      if (!refusal) throw error;
      state = refused(refusal);
    }
  };
  openDesk();

  const closeStore = () => {
    desk?.imports.close();
    desk = null;
    if (state.kind === 'open') state.store.db.close();
    state = { kind: 'first-run' };
    for (const client of clients.values()) client.staff = null;
    void posApi.follow();
  };

  const shared: PosApiHost = {
    clock: Date.now,
    ids: nextId,
    changes,
    openStore: () => (state.kind === 'open' ? state.store : null),
  };
  const posApi = makePosApi(shared);
  void posApi.follow();

  return {
    ...options,
    ...shared,
    posApi,
    imports: () => {
      if (state.kind !== 'open') throw new Error('no store is open');
      return deskOf(state.store);
    },
    status: () => ({
      version: options.version,
      host: options.kind,
      dataFolder: options.dataFolder,
      state: state.kind === 'open' ? { kind: 'open', store: state.store.facts } : state,
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
      if (state.kind !== 'first-run') return refuse('store-exists');
      const opened = makeIn(options.dataFolder, file, make);
      if (!opened.ok) return opened;
      state = openState(file);
      openDesk();
      void posApi.follow();
      return opened;
    },
    readStoreAgain() {
      if (state.kind !== 'open') return;
      const { store } = state;
      // The same store: what works with it, an import that runs for instance, goes on.
      store.facts = readOpenStore(store.db)?.facts ?? store.facts;
    },
    putStoreAside(name) {
      // A thread may still be reading: then closing alone would leave what was last written in the log beside the file.
      if (state.kind === 'open') checkpointAll(state.store.db);
      closeStore();
      const kept = path.join(options.dataFolder, name);
      fs.renameSync(file, kept);
      for (const suffix of ['-wal', '-shm', '.lock']) fs.rmSync(`${file}${suffix}`, { force: true });
      return kept;
    },
    close() {
      clearInterval(idle);
      closeStore();
    },
  };
}

const noPosApi = (): PosApi => ({
  status: () => ({ ...USUAL_SETTING, portIsFixed: false, state: { kind: 'off' } }),
  follow: async () => {},
});

function openState(file: string): StoreState {
  const opened = openStoreDatabase(file);
  if (!opened.ok) return refused(opened);
  try {
    const store = readOpenStore(opened.value);
    if (store) return { kind: 'open', store };
    opened.value.close();
    return { kind: 'first-run' };
  } catch (error) {
    opened.value.close();
    const refusal = openRefusalOf(error, file);
    if (refusal) return refused(refusal);
    throw error;
  }
}

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
