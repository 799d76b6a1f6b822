import type { AppStatus } from '../../shared/contract/app.contract.ts';
import type { Clock } from '../../shared/kernel/instant.ts';
import type { IdSource } from '../../shared/kernel/id.ts';
import type { OpenStore } from '../features/stores/open-store.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Client } from './client.ts';

/** What one running program holds: its data folder, the store that is open there, the windows that talk to it. */
export interface AppHost {
  readonly kind: 'electron' | 'browser';
  readonly version: string;
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly changes: ChangeFeed;
  status(): AppStatus;
  openStore(): OpenStore | null;
  /** The client of this key, made at the first call. */
  client(key: string): Client;
  /** The window is gone: whoever was signed in there no longer is. */
  forgetClient(key: string): void;
  close(): void;
}

export interface AppHostOptions {
  readonly kind: 'electron' | 'browser';
  readonly version: string;
  readonly dataFolder: string;
}
