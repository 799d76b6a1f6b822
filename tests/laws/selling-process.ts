import { connect } from '../../db/kernel/connection.ts';
import { readOpenStore } from '../../electron/features/stores/read-open-store.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { saleCommand, tryCommand } from '../fixtures/sell.ts';
import { shopOf } from '../fixtures/shop.ts';

/**
 * A client that sells one product after another as fast as it can, at what it was quoted, past the lock that keeps a
 * store to one process. Arguments: file, product, member, and how many sales to make. Prints how many had an offer and how
 * often the quote no longer held.
 */
const [file = '', productId = '', memberId = '', sales = '0'] = process.argv.slice(2);
const db = connect(file);
const store = readOpenStore({ ...db, backup: null, close: () => db.raw.close() });
if (!store) throw new Error('no store');
const shop = shopOf(store, Date.now());
const answers = { withOffer: 0, without: 0, quotedAnew: 0 };
let made = 0;
while (made < Number(sales)) {
  const command = saleCommand(shop, { member: memberId as Id<'member'>, products: [productId as Id<'product'>] });
  const outcome = tryCommand(shop, command);
  if (outcome.ok) {
    made += 1;
    answers[command.expectedOffers?.length ? 'withOffer' : 'without'] += 1;
  } else if (outcome.reason === 'price-changed') answers.quotedAnew += 1;
  else throw new Error(outcome.reason);
}
db.raw.close();
console.log(JSON.stringify(answers));
