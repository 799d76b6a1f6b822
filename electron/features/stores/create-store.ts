import { perform } from '../../../db/changes/act.ts';
import { beginLog } from '../../../db/changes/changes.queries.ts';
import { transaction } from '../../../db/kernel/connection.ts';
import type { StoreDatabase } from '../../../db/kernel/open-store-database.ts';
import { putPinHash } from '../../../db/staff/staff.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { FIRST_PROGRAMME } from '../../../shared/points/programme.ts';
import type { Role } from '../../../shared/staff/rights.ts';
import { CHAIN_START } from '../../../shared/sync/chain.ts';
import { SAMPLE_SETTING } from './read-open-store.ts';

export interface NewStore {
  readonly storeName: string;
  readonly storeCode: string;
  readonly currency: string;
  readonly zone: string;
  readonly cutoverMinutes: number;
  readonly sample: boolean;
  readonly staff: readonly { readonly name: string; readonly role: Role; readonly pinHash: string }[];
}

/**
 * Makes a store in an empty database: the store with its own id and first epoch, its first till, its staff and the
 * points programme that a store starts with. All of it is in the change log from seq 1.
 */
export function createStore(db: StoreDatabase, command: NewStore, nowMs: number, ids: IdSource): Id<'store'> {
  const storeId = ids<'store'>();
  return transaction(db, (tx) => {
    beginLog.run(tx, { storeId, epoch: ids(), chainHead: CHAIN_START });
    const owned = { owner: storeId as string, version: 1 };
    perform(db, nowMs, (act) => {
      act.record('store', {
        id: storeId,
        ...owned,
        kind: 'store',
        code: command.storeCode,
        name: command.storeName,
        currency: command.currency,
        zone: command.zone,
        cutoverMinutes: command.cutoverMinutes,
      });
      act.record('till', { id: ids<'till'>(), ...owned, storeId, code: 'T1', name: '' });
      act.record('programme', { id: ids<'programme'>(), ...owned, programme: FIRST_PROGRAMME });
      if (command.sample) act.record('setting', { id: ids<'setting'>(), ...owned, key: SAMPLE_SETTING, value: true });
      for (const { name, role, pinHash } of command.staff) {
        const staffId = ids<'staff'>();
        act.record('staff', { id: staffId, ...owned, storeId, name, role, active: true });
        putPinHash.run(act.db, { staffId, pinHash });
      }
    });
    return storeId;
  });
}
