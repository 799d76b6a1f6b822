import { checkpoint, transaction } from '../../../db/kernel/connection.ts';
import { refreshSearchOrder } from '../../../db/members/members.queries.ts';
import { newestPurchasePk } from '../../../db/purchases/purchases.queries.ts';
import type { IdSource } from '../../../shared/kernel/id.ts';
import { businessDate, type Clock } from '../../../shared/kernel/instant.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { expireLots } from '../points/expire-lots.ts';

/** At start the order of the last days is looked at again, in case the program ended before it was refreshed. */
const CATCH_UP = 5_000;

/**
 * What a store does when the till is idle, one small step a call: refreshes the order in which searches answer, books
 * expired points once a business day, moves the write-ahead log into the database.
 */
export function makeIdleWork(store: OpenStore, clock: Clock, ids: IdSource): () => void {
  const { db } = store;
  let seenPk = Math.max(0, (newestPurchasePk.get(db, {})?.purchasePk ?? 0) - CATCH_UP);
  let expiry: { readonly date: string; readonly afterPk: number | null } = { date: '', afterPk: 0 };

  return () => {
    const throughPk = newestPurchasePk.get(db, {})?.purchasePk ?? 0;
    if (throughPk > seenPk) {
      transaction(db, (tx) => refreshSearchOrder.run(tx, { afterPk: seenPk, throughPk }));
      seenPk = throughPk;
    }
    const today = businessDate(clock(), store.day);
    if (expiry.date !== today) expiry = { date: today, afterPk: 0 };
    if (expiry.afterPk !== null) expiry = { date: today, afterPk: expireLots(store, expiry.afterPk, clock(), ids) };
    checkpoint(db);
  };
}
