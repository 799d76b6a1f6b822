import { checkpoint, transaction } from '../../../db/kernel/connection.ts';
import { refreshSearchOrder } from '../../../db/members/members.queries.ts';
import { newestPurchasePk } from '../../../db/purchases/purchases.queries.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** At start the order of the last days is looked at again, in case the program ended before it was refreshed. */
const CATCH_UP = 5_000;

/**
 * What a store does when the till is idle, one small step a call: refreshes the order in which searches answer, moves the
 * write-ahead log into the database.
 */
export function makeIdleWork({ db }: OpenStore): () => void {
  let seenPk = Math.max(0, (newestPurchasePk.get(db, {})?.purchasePk ?? 0) - CATCH_UP);
  return () => {
    const throughPk = newestPurchasePk.get(db, {})?.purchasePk ?? 0;
    if (throughPk > seenPk) {
      transaction(db, (tx) => refreshSearchOrder.run(tx, { afterPk: seenPk, throughPk }));
      seenPk = throughPk;
    }
    checkpoint(db);
  };
}
