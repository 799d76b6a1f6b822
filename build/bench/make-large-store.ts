import { fillLargeStore } from '../../db/bench/large-store.ts';
import { openAppHost } from '../../electron/api/open-app-host.ts';
import { hashPin } from '../../electron/features/staff/pin-hash.ts';
import { createStore } from '../../electron/features/stores/create-store.ts';
import { searchKeys } from '../../shared/members/search-keys.ts';
import { samplePerson } from '../../shared/sample/people.ts';
import { makeRandom } from '../../shared/sample/random.ts';
import { BENCH_CLERK } from './bench-staff.ts';

const NAMES = 20_000;

function someNames() {
  const random = makeRandom(11);
  const names = new Set<string>();
  for (let index = 0; names.size < NAMES && index < NAMES * 4; index += 1) {
    const { name } = samplePerson(random, index);
    if (name) names.add(name);
  }
  return [...names].map((name) => ({ name, ...searchKeys(name) }));
}

/** Makes a store of `members` in `folder` and opens it. */
export async function makeLargeStore(folder: string, members: number) {
  const pinHash = await hashPin(BENCH_CLERK.pin);
  const host = openAppHost({ kind: 'browser', version: 'bench', dataFolder: folder });
  const made = host.makeStore((db) => {
    const storeId = createStore(
      db,
      {
        storeName: 'Bench',
        storeCode: 'B',
        currency: 'CNY',
        zone: 'Asia/Shanghai',
        cutoverMinutes: 240,
        sample: false,
        staff: [{ name: BENCH_CLERK.name, role: 'clerk', pinHash }],
      },
      host.clock(),
      host.ids,
    );
    fillLargeStore(db, members, someNames());
    return storeId;
  });
  const store = host.openStore();
  if (!made.ok || !store) throw new Error('the bench store could not be made');
  return { host, store };
}
