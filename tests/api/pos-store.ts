import { randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import type { AppHost } from '../../electron/api/app-host.ts';
import { openAppHost } from '../../electron/api/open-app-host.ts';
import type { OpenStore } from '../../electron/api/open-store.ts';
import { makeApiKey } from '../../electron/features/api-keys/make-api-key.ts';
import { changePosApiSetting } from '../../electron/features/api-keys/pos-api-setting.ts';
import { createStore } from '../../electron/features/stores/create-store.ts';
import { servePosApi } from '../../electron/transports/pos-api/serve-pos-api.ts';
import { must } from '../fixtures/outcome.ts';
import { NEW_STORE, type Shop, shopOf } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';

/** A body of any shape, for tests that look into what was answered. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there.
export type Body = any;

export interface PosAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

interface PosRequest {
  readonly body?: unknown;
  /** The Idempotency-Key of a POST; a new one unless said otherwise. Null: none. */
  readonly idempotencyKey?: string | null;
  readonly apiKey?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PosStore {
  readonly host: AppHost;
  readonly store: OpenStore;
  readonly shop: Shop;
  readonly apiKey: string;
  /** `http://127.0.0.1:PORT/api/v1` */
  readonly address: string;
  ask(method: string, path: string, request?: PosRequest): Promise<PosAnswer>;
}

const opened: AppHost[] = [];
afterAll(async () => {
  for (const host of opened.splice(0)) await closed(host);
});

export const openPosHost = (dataFolder: string, port: number | null = 0): AppHost => {
  const host = openAppHost({
    kind: 'browser',
    version: '1.2.3',
    dataFolder,
    makePosApi: servePosApi('1.2.3', port),
  });
  opened.push(host);
  return host;
};

/** Closes the store and waits until nobody listens any more. */
export async function closed(host: AppHost): Promise<void> {
  host.close();
  await host.posApi.follow();
}

export function newApiKey({ store, shop, host }: Pick<PosStore, 'store' | 'shop' | 'host'>, name = 'Till 1') {
  const command = { keyId: host.ids<'api-key'>(), name };
  return must(makeApiKey(store, command, shop.managerId, host.clock(), host.ids));
}

/** The client of a till's own software, at an API that listens. */
export async function connectTo(host: AppHost, apiKey: string): Promise<PosStore> {
  await host.posApi.follow();
  const { state } = host.posApi.status();
  const store = host.openStore();
  if (state.kind !== 'listening' || !store) throw new Error(`the API does not listen: ${JSON.stringify(state)}`);
  const { address } = state;
  return {
    host,
    store,
    shop: shopOf(store, Date.now()),
    apiKey,
    address,
    async ask(method, path, { body, idempotencyKey = randomUUID(), apiKey: shown = apiKey, headers = {} } = {}) {
      const response = await fetch(address + path, {
        method,
        headers: {
          ...(shown === null ? {} : { authorization: `Bearer ${shown}` }),
          ...(method === 'POST' && idempotencyKey !== null ? { 'idempotency-key': idempotencyKey } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    },
  };
}

/** A new store whose API listens, with a key. */
export async function aPosStore(dataFolder = tempFolder()): Promise<PosStore> {
  const host = openPosHost(dataFolder);
  must(host.makeStore((db) => createStore(db, NEW_STORE, Date.now(), host.ids)));
  const store = host.openStore();
  if (!store) throw new Error('the store did not open');
  const shop = shopOf(store, Date.now());
  changePosApiSetting(store, { enabled: true }, shop.managerId, Date.now(), host.ids);
  return connectTo(host, newApiKey({ store, shop, host }).key);
}
