import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { sell } from '../fixtures/sell.ts';
import { openShop } from '../fixtures/shop.ts';

/**
 * A program that sells as fast as it can until it is killed: to two members in turn and to nobody, now and then paid
 * with points. Prints the id of each sale once it is acknowledged, written at once so that a kill loses no line.
 * Arguments: the store's file, and how many sales to make at most.
 */
const [file = '', most = 'Infinity'] = process.argv.slice(2);
const shop = openShop(file, Date.now());
const product = aProduct(shop, { name: '速溶咖啡', sku: `COFFEE-${shop.ids().slice(0, 23)}` });
const members = [aMember(shop, { points: 1_000_000 }), aMember(shop), null];
console.log('ready');
for (let count = 0; count < Number(most); count += 1) {
  shop.nowMs = Date.now();
  const member = members[count % members.length];
  const redeem = count % 5 === 0 && member === members[0] ? 500 : 0;
  console.log(sell(shop, { member, products: [product, product], redeem }));
}
shop.store.db.close();
