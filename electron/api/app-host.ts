import type { StoreDatabase } from '../../db/kernel/open-store-database.ts';
import type { PosApiStatus } from '../../shared/contract/api-keys.contract.ts';
import type { AppStatus, OPEN_REFUSALS } from '../../shared/contract/app.contract.ts';
import type { Backup, BackupRun, RestoreReport } from '../../shared/contract/backups.contract.ts';
import type { StaffChoice } from '../../shared/contract/staff.contract.ts';
import type { Id, IdSource } from '../../shared/kernel/id.ts';
import type { Clock } from '../../shared/kernel/instant.ts';
import type { Outcome, Refusal } from '../../shared/kernel/outcome.ts';
import type { ValueDesk } from '../features/analysis/value-desk.ts';
import type { BackupKeeper } from '../features/backups/backup-keeper.ts';
import type { CampaignDesk } from '../features/campaigns/campaign-desk.ts';
import type { ImportDesk } from '../features/imports/import-desk.ts';
import type { MessageDesk } from '../features/messages/message-desk.ts';
import type { NightlyDesk } from '../features/nightly/nightly-desk.ts';
import type { SyncDesk } from '../features/sync/sync-desk.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Client } from './client.ts';
import type { ComputerNotes } from './computer-notes.ts';
import type { OpenStore } from './open-store.ts';
import type { ProgramLog } from './program-log.ts';

/** What a desktop program can show of folders. */
export interface FolderDialogs {
  /** Lets the person choose a folder; null where nothing was chosen. */
  choose(): Promise<string | null>;
  open(folder: string): Promise<void>;
}

export interface AppHostOptions {
  readonly kind: 'electron' | 'browser';
  readonly version: string;
  readonly dataFolder: string;
  /** Without them, as in a browser, paths are typed. */
  readonly folders?: FolderDialogs;
  /** Makes the API for the till's own software; without it there is none. */
  readonly makePosApi?: (host: PosApiHost) => PosApi;
}

/** What the API for the till's own software works with. */
export type PosApiHost = Pick<AppHost, 'openStore' | 'writesStopped' | 'clock' | 'ids' | 'changes' | 'log'>;

/** The API for the till's own software, as the host and the settings see it; a transport serves it. */
export interface PosApi {
  status(): PosApiStatus;
  /** Starts, stops or moves as the store that is open says. Done when that is done; it never fails: see `status`. */
  follow(): Promise<void>;
}

export type StoreState =
  | { readonly kind: 'first-run' }
  | { readonly kind: 'open'; readonly store: OpenStore }
  | { readonly kind: 'refused'; readonly reason: (typeof OPEN_REFUSALS)[number]; readonly detail: string };

/** What one running program holds: its data folder, the store that is open there, the windows that talk to it. */
export interface AppHost extends Omit<AppHostOptions, 'makePosApi'> {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly changes: ChangeFeed;
  readonly posApi: PosApi;
  /** The imports of the store that is open. Throws where none is. */
  imports(): ImportDesk;
  /** The nightly work of the store that is open. Throws where none is. */
  nightly(): NightlyDesk;
  /** What sends the messages of the store that is open. Throws where none is. */
  messages(): MessageDesk;
  /** What is done beside the till for campaigns. Throws where no store is open. */
  campaigns(): CampaignDesk;
  /** What reckons the worth of the members of the store that is open. Throws where none is. */
  value(): ValueDesk;
  /** What talks to headquarters for the store that is open. Throws where none is. */
  sync(): SyncDesk;
  readonly log: ProgramLog;
  readonly notes: ComputerNotes;
  readonly backups: BackupKeeper;
  /** The store's own file. */
  readonly storeFile: string;
  /** The restore that is under way. */
  readonly restoring: BackupRun | null;
  status(): AppStatus;
  openStore(): OpenStore | null;
  /** Why the open store takes no writes: its file was found damaged, or a backup is taking its place. */
  writesStopped(): 'store-damaged' | 'store-restoring' | null;
  /** The store's file is damaged: nothing more is written to it. */
  damageFound(): void;
  /** The client of this key, made at the first call. */
  client(key: string): Client;
  /** The window is gone: whoever was signed in there no longer is. */
  forgetClient(key: string): void;
  /** A colleague's role changed, or somebody left (null): at every window at once. */
  staffChanged(staffId: Id<'staff'>, now: StaffChoice | null): void;
  /** First run: makes a store in the data folder and opens it. */
  makeStore(
    make: (db: StoreDatabase) => Id<'store'>,
  ): Outcome<{ storeId: Id<'store'> }, Refusal<'store-exists' | 'folder-not-writable'>>;
  /** What the open store's facts say may have changed: which till this is. */
  readStoreAgain(): void;
  /** Closes the store, keeps its file and its backups under other names and returns to the first run. Returns the file's path. */
  putStoreAside(name: string): Promise<string>;
  /** Tries to open a store that was refused. */
  reopen(): void;
  /** Forgets the store whose file is gone, so that the first run comes. */
  startAfresh(): void;
  /** Puts a backup in the place of the store and opens it; see `restoreStore`. */
  restore(wanted: {
    readonly chosen: { readonly file: string; readonly backup: Backup };
    readonly bringBack: boolean;
    readonly mostLeftOut: number;
    readonly byId: Id<'staff'> | null;
  }): Promise<RestoreOutcome>;
  /** Before the program ends: backs up what changed. Done in at most a minute. */
  finish(): Promise<void>;
  close(): void;
}

export type RestoreOutcome = Outcome<
  RestoreReport,
  Refusal<
    | 'backup-damaged'
    | 'backup-newer'
    | 'backup-unreadable'
    | 'backup-running'
    | 'facts-came-since'
    | 'store-in-use'
    | 'disk-full'
    | 'import-busy'
  >
>;
