import type { StoreDatabase } from '../../../db/kernel/open-store-database.ts';
import { activeStaff } from '../../../db/staff/staff.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { type PlannedCustomer, planStore, type SampleChain } from '../../../shared/sample/chain-plan.ts';
import type { Role } from '../../../shared/staff/rights.ts';
import { hashPin } from '../staff/pin-hash.ts';
import { createStore } from '../stores/create-store.ts';
import { readOpenStore } from '../stores/read-open-store.ts';
import { fillSample } from './fill-sample.ts';

/** Who works in every sample store. The PINs are shown to whoever tries it, and guard nothing. */
export const SAMPLE_STAFF: readonly { readonly name: string; readonly role: Role; readonly pin: string }[] = [
  { name: '陈经理', role: 'manager', pin: '2580' },
  { name: '林小雨', role: 'clerk', pin: '1470' },
  { name: '周晓峰', role: 'clerk', pin: '3690' },
];

/** What a store of a sample chain is called, by its number from 0; each has a code of its own. */
const SAMPLE_STORES = ['示范店', '滨江店', '城西店', '高新店', '老街店', '大学城店', '火车站店', '南湖店'];

/** The chain behind *try it with sample data*: one store and a year, made in seconds. */
const TRIAL = { stores: 1, members: 400, days: 365, seed: 7, plain: false };

export interface SampleStore {
  readonly storeId: Id<'store'>;
  readonly code: string;
  readonly name: string;
  readonly customers: readonly PlannedCustomer[];
}

/** Prepares what is slow and asynchronous, and returns the synchronous making of a sample store. */
export async function prepareSample(nowMs: number, ids: IdSource): Promise<(db: StoreDatabase) => Id<'store'>> {
  const create = await prepareSampleStore({ ...TRIAL, nowMs }, 0, ids);
  return (db) => create(db).storeId;
}

/** As above, for store number `store` (from 0) of any chain. */
export async function prepareSampleStore(
  chain: SampleChain,
  store: number,
  ids: IdSource,
  onProgress?: (done: number, of: number) => void,
): Promise<(db: StoreDatabase) => SampleStore> {
  const staff = await Promise.all(
    SAMPLE_STAFF.map(async ({ name, role, pin }) => ({ name, role, pinHash: await hashPin(pin) })),
  );
  const openedMs = chain.nowMs - chain.days * 86_400_000;
  const code = chain.stores === 1 ? 'DEMO' : `S${String(store + 1).padStart(2, '0')}`;
  const name = `回头客${SAMPLE_STORES[store] ?? `${store + 1}号店`}`;
  return (db) => {
    const shop = { storeName: name, storeCode: code, currency: 'CNY', zone: 'Asia/Shanghai', cutoverMinutes: 240 };
    const storeId = createStore(db, { ...shop, sample: true, staff }, openedMs, ids);
    const open = readOpenStore(db);
    if (!open) throw new Error('the sample store was not made');
    const clerkIds = activeStaff.all(db, {}).flatMap(({ role, staffId }) => (role === 'clerk' ? [staffId] : []));
    const customers = planStore(chain, store);
    fillSample(open, { customers, openedMs, seed: chain.seed + store, clerkIds }, onProgress);
    return { storeId, code, name, customers };
  };
}
