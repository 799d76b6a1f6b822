import type { IdSource } from '../../shared/kernel/id.ts';
import type { Clock } from '../../shared/kernel/instant.ts';
import type { AppHost } from './app-host.ts';
import type { Client } from './client.ts';

/** The context of a call: the host with its store, the window that asks and who is signed in there, clock and ids. */
export interface Call {
  readonly host: AppHost;
  readonly client: Client;
  readonly clock: Clock;
  readonly ids: IdSource;
}

export const callOf = (host: AppHost, clientKey: string): Call => ({
  host,
  client: host.client(clientKey),
  clock: host.clock,
  ids: host.ids,
});
