import { describe, expect, it } from 'vitest';
import { perform } from '../../db/changes/act.ts';
import { receiptOf } from '../../electron/features/purchases/receipt-of.ts';
import { FIRST_PROGRAMME } from '../../shared/points/programme.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { saleCommand, sell, trySelling } from '../fixtures/sell.ts';
import { DAY_MS } from '../fixtures/shop.ts';
import { expectLaws } from './expect-laws.ts';

describe('a receipt', () => {
  it('trap 17: reads the same ever after, also when the clock is set back a day', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop), aProduct(shop)];
    const first = sell(shop, { member, products: [tea] });
    const second = sell(shop, { member, products: [tea] });
    shop.nowMs -= DAY_MS;
    const third = sell(shop, { member, products: [tea] });
    const balances = [first, second, third].map((id) => receiptOf(shop.store, id)?.balanceAfter);
    expect(balances).toEqual([10, 20, 30]);
    expectLaws(shop.store.db);
  });

  it('trap 13: of a basket that points pay whole is 0.00, with no other tender and nothing earned', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop, { points: 1000 }), aProduct(shop)];
    const receipt = receiptOf(shop.store, sell(shop, { member, products: [tea], redeem: 1000 }));
    expect(receipt).toMatchObject({ netMinor: 1000, pointsEarned: 0, pointsRedeemed: 1000, balanceAfter: 0 });
    expect(receipt?.tenders).toMatchObject([{ kind: 'points', amountMinor: 1000, points: 1000 }]);
    expectLaws(shop.store.db);
  });
});

describe('a programme whose points end on a fixed date', () => {
  it('earns until that day is over in the zone of the store, and sells on afterwards', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop), aProduct(shop)];
    const programme = { ...FIRST_PROGRAMME, version: 2, expiry: { kind: 'fixed-date', lastDate: '2026-03-15' } };
    perform(shop.store.db, shop.nowMs, ({ record }) =>
      record('programme', { id: shop.ids<'programme'>(), owner: shop.store.facts.storeId, version: 2, programme }),
    );
    const lastMs = Date.UTC(2026, 2, 15, 16) - 1;
    shop.nowMs = lastMs;
    expect(receiptOf(shop.store, sell(shop, { member, products: [tea] }))?.pointsEarned).toBe(10);
    shop.nowMs = lastMs + 1;
    const command = saleCommand(shop, { member, products: [tea] });
    expect(trySelling(shop, { ...command, member })).toMatchObject({ ok: true });
    expect(shop.store.db.raw.prepare('SELECT points_earned FROM purchase ORDER BY purchase_pk').pluck().all()).toEqual([
      10, 0,
    ]);
    expectLaws(shop.store.db);
  });
});
