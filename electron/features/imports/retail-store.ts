import { MAX_CHANGES, perform } from '../../../db/changes/act.ts';
import { nodeDigest } from '../../../db/changes/digest.ts';
import { type ReadDb, transaction } from '../../../db/kernel/connection.ts';
import type { StoreDatabase } from '../../../db/kernel/open-store-database.ts';
import { activeStaff, putPinHash } from '../../../db/staff/staff.queries.ts';
import { ownStore, settingValue } from '../../../db/stores/stores.queries.ts';
import { inChunks } from '../../../shared/imports/chunks.ts';
import { namedId } from '../../../shared/imports/named-id.ts';
import { type RetailTarget, retailTills } from '../../../shared/imports/retail-mapping.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { createStore } from '../stores/create-store.ts';
import type { RetailReading } from './read-retail-folder.ts';

/** The shop whose past the files tell: it trades in pounds, its days end at midnight in London. */
const RETAIL_STORE = {
  storeName: 'UK online shop',
  storeCode: 'UK1',
  currency: 'GBP',
  zone: 'Europe/London',
  cutoverMinutes: 0,
} as const;

/** A store that these files belong in, and how far it got. */
export interface RetailStore {
  readonly target: RetailTarget;
  readonly state: 'running' | 'done';
}

const markKey = (importId: Id<'import'>): string => `import/${importId}`;

/** Named by the store and by what the files say: the same files go on with the same import, others begin another. */
const targetIn = (
  store: Pick<RetailTarget, 'storeId' | 'currency' | 'day'>,
  { contentHash }: RetailReading,
): RetailTarget => {
  const importId = namedId(store.storeId, 'import', contentHash, nodeDigest);
  return { ...store, importId, idOf: (noun, key) => namedId(importId, noun, key, nodeDigest) };
};

/** Finds the import of these files in a database. `nothing` for one without a store, `other` for any other store. */
export function findRetailStore(db: ReadDb, reading: RetailReading): RetailStore | 'nothing' | 'other' {
  const own = ownStore.get(db, {});
  if (!own) return 'nothing';
  const { storeId, currency, zone, cutoverMinutes } = own;
  const target = targetIn({ storeId, currency, day: { zone, cutoverMinutes } }, reading);
  const mark = settingValue.get(db, { key: markKey(target.importId) });
  if (!mark) return 'other';
  return { target, state: (JSON.parse(mark.value) as { state: RetailStore['state'] }).state };
}

/** Makes the store with its manager, a till for each country, and the mark of an import that is under way. */
export function makeRetailStore(
  db: StoreDatabase,
  reading: RetailReading,
  pinHash: string,
  nowMs: number,
  ids: IdSource,
): RetailStore {
  return transaction<RetailStore>(db, () => {
    const staff = [{ name: 'Manager', role: 'manager', pinHash }] as const;
    const storeId = createStore(db, { ...RETAIL_STORE, sample: false, staff }, nowMs, ids);
    const { currency, zone, cutoverMinutes } = RETAIL_STORE;
    const target = targetIn({ storeId, currency, day: { zone, cutoverMinutes } }, reading);
    const limits = { changes: MAX_CHANGES, bytes: MAX_CHANGES };
    for (const chunk of inChunks(retailTills(reading.source, target), () => ({ changes: 1, bytes: 1 }), limits))
      perform(db, nowMs, (act) => {
        for (const till of chunk) act.record('till', till);
      });
    perform(db, nowMs, (act) => {
      act.record('setting', {
        id: ids<'setting'>(),
        owner: storeId as string,
        version: 1,
        key: markKey(target.importId),
        value: { source: 'online-retail', contentHash: reading.contentHash, state: 'running' },
      });
    });
    return { target, state: 'running' };
  });
}

/** Says in the store itself that the import is whole. */
export function markRetailDone(db: StoreDatabase, { target }: RetailStore, nowMs: number): void {
  const key = markKey(target.importId);
  perform(db, nowMs, (act) => {
    const mark = settingValue.get(act.db, { key });
    if (!mark) throw new Error('an import without a mark');
    const { id, version, value } = mark;
    act.record('setting', {
      id,
      owner: target.storeId as string,
      version: version + 1,
      key,
      value: { ...(JSON.parse(value) as Record<string, string>), state: 'done' },
    });
  });
}

/** An interrupted run never told anybody its PIN, so the run that goes on gives the manager a new one. */
export function giveManagerPin(db: StoreDatabase, pinHash: string): void {
  transaction(db, (tx) => {
    for (const { staffId, role } of activeStaff.all(tx, {}))
      if (role === 'manager') putPinHash.run(tx, { staffId, pinHash });
  });
}
