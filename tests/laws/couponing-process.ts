import { connect } from '../../db/kernel/connection.ts';
import { readOpenStore } from '../../electron/features/stores/read-open-store.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { saleCommand, tryCommand } from '../fixtures/sell.ts';
import { NOON, shopOf } from '../fixtures/shop.ts';

/**
 * A client that sells a product with one coupon after another as fast as it can, past the lock that keeps a store to one
 * process. Arguments: file, product, codes. Prints the codes that were taken.
 */
const [file = '', productId = '', ...codes] = process.argv.slice(2);
const db = connect(file);
const store = readOpenStore({ ...db, backup: null, close: () => db.raw.close() });
if (!store) throw new Error('no store');
const shop = shopOf(store, NOON);
const taken: string[] = [];
for (const code of codes) {
  for (;;) {
    const command = saleCommand(shop, { products: [productId as Id<'product'>], coupons: [code] });
    const outcome = tryCommand(shop, command);
    if (outcome.ok) taken.push(code);
    // Quoted before the other one took what was left of the budget.
    if (outcome.ok || !['price-changed', 'offers-changed'].includes(outcome.reason)) break;
  }
}
db.raw.close();
console.log(JSON.stringify(taken));
