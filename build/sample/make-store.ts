import fs from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openStoreDatabase } from '../../db/kernel/open-store-database.ts';
import { STORE_FILE } from '../../electron/api/open-app-host.ts';
import { prepareSampleStore } from '../../electron/features/sample/create-sample.ts';
import { makeIdSource } from '../../shared/kernel/id.ts';
import type { SampleChain } from '../../shared/sample/chain-plan.ts';
import { makeRandom } from '../../shared/sample/random.ts';
import { membersTruth } from '../../shared/sample/truth.ts';

export interface StoreOrder {
  readonly chain: SampleChain;
  /** Its number in the chain, from 0. */
  readonly store: number;
  readonly folder: string;
}

export interface StoreMade {
  readonly storeId: string;
  readonly code: string;
  readonly name: string;
  readonly members: ReturnType<typeof membersTruth>;
}

/** What a worker says while it makes one store of the chain. */
export type StoreNews = { readonly done: number; readonly of: number } | { readonly made: StoreMade };

const say = (news: StoreNews) => parentPort?.postMessage(news, []);

async function makeStore({ chain, store, folder }: StoreOrder): Promise<void> {
  const random = makeRandom(chain.seed).fork(-10 - store);
  const ids = makeIdSource(
    () => chain.nowMs - chain.days * 86_400_000,
    (n) => Uint8Array.from({ length: n }, () => random.integer(0, 255)),
  );
  const create = await prepareSampleStore(chain, store, ids, (done, of) => say({ done, of }));
  fs.mkdirSync(folder, { recursive: true });
  const opened = openStoreDatabase(path.join(folder, STORE_FILE));
  if (!opened.ok) throw new Error(`${folder} cannot be written: ${opened.reason}`);
  const { storeId, code, name, customers } = create(opened.value);
  opened.value.close();
  say({ made: { storeId, code, name, members: membersTruth(chain, customers) } });
}

await makeStore(workerData as StoreOrder);
