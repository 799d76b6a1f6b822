import { type ReadDb, transaction, type WriteDb } from '../kernel/connection.ts';
import { openRefusalOf } from '../kernel/open-store-database.ts';
import { putBasket } from '../purchases/open-baskets.queries.ts';
import {
  credentials,
  dropBaskets,
  keyCredentials,
  putCredential,
  putKeyCredential,
  storedBaskets,
} from './backups.queries.ts';

/**
 * Brings back what is no fact and yet must not go back in time: PINs (one that was changed would let somebody in
 * again), the secrets of keys, the baskets that are being rung up. Each of them as far as the damaged file lets it be read.
 */
export function bringBackLocal(to: ReadDb, from: ReadDb): void {
  together(
    to,
    () => credentials.all(from, {}),
    (tx, rows) => {
      for (const row of rows) putCredential.run(tx, row);
    },
  );
  together(
    to,
    () => keyCredentials.all(from, {}),
    (tx, rows) => {
      for (const row of rows) putKeyCredential.run(tx, row);
    },
  );
  together(
    to,
    () => storedBaskets.all(from, {}),
    (tx, rows) => {
      dropBaskets.run(tx, {});
      for (const row of rows) putBasket.run(tx, row);
    },
  );
}

function together<T>(to: ReadDb, read: () => readonly T[], write: (tx: WriteDb, rows: readonly T[]) => void): void {
  let rows: readonly T[];
  try {
    rows = read();
  } catch (error) {
    if (!openRefusalOf(error, '')) throw error;
    return;
  }
  transaction(to, (tx) => void write(tx, rows));
}
