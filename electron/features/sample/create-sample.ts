import type { StoreDatabase } from '../../../db/kernel/open-store-database.ts';
import { activeStaff } from '../../../db/staff/staff.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import type { Role } from '../../../shared/staff/rights.ts';
import { hashPin } from '../staff/pin-hash.ts';
import { createStore } from '../stores/create-store.ts';
import { readOpenStore } from '../stores/read-open-store.ts';
import { fillSample } from './fill-sample.ts';

/** Who works in the sample store. The PINs are shown to whoever tries it, and guard nothing. */
export const SAMPLE_STAFF: readonly { readonly name: string; readonly role: Role; readonly pin: string }[] = [
  { name: '陈经理', role: 'manager', pin: '2580' },
  { name: '林小雨', role: 'clerk', pin: '1470' },
  { name: '周晓峰', role: 'clerk', pin: '3690' },
];

const SIZE = { members: 400, days: 365, seed: 7 };

/** Prepares what is slow and asynchronous, and returns the synchronous making of a sample store. */
export async function prepareSample(nowMs: number, ids: IdSource): Promise<(db: StoreDatabase) => Id<'store'>> {
  const staff = await Promise.all(
    SAMPLE_STAFF.map(async ({ name, role, pin }) => ({ name, role, pinHash: await hashPin(pin) })),
  );
  return (db) => {
    const storeId = createStore(
      db,
      {
        storeName: '回头客示范店',
        storeCode: 'DEMO',
        currency: 'CNY',
        zone: 'Asia/Shanghai',
        cutoverMinutes: 240,
        sample: true,
        staff,
      },
      nowMs - SIZE.days * 86_400_000,
      ids,
    );
    const store = readOpenStore(db);
    if (!store) throw new Error('the sample store was not made');
    fillSample(
      store,
      SIZE,
      activeStaff.all(db, {}).map(({ staffId }) => staffId),
      nowMs,
    );
    return storeId;
  };
}
