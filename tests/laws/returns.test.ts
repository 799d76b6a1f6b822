import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberById } from '../../db/members/members.queries.ts';
import { pointsOfMember } from '../../electron/features/points/points-of-member.ts';
import { receiptOf } from '../../electron/features/purchases/receipt-of.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { reasonOf } from '../fixtures/outcome.ts';
import { sell } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { takeBack, tryTakingBack, tryVoiding } from '../fixtures/take-back.ts';
import { expectLaws } from './expect-laws.ts';

const balance = (shop: Shop, memberId: Id<'member'>) => memberById.get(shop.store.db, { memberId })?.balancePoints;
const pieces = (lineNo: number, count: number) => ({ lineNo, quantityThousandths: count * 1000 });

const refunded = ({ store }: Shop) =>
  store.db.raw.prepare('SELECT sum(net_minor) AS net, sum(tax_minor) AS tax FROM purchase').get();

/** Everything derived from a member's history, for before and after. */
const derived = (shop: Shop) => ({
  summaries: shop.store.db.raw.prepare('SELECT * FROM member_summary ORDER BY member_pk').all(),
  holdings: shop.store.db.raw.prepare('SELECT * FROM lot_holding WHERE held_points > 0 ORDER BY 1, 2, 3').all(),
});

describe('a return', () => {
  it('gives back in any split what one return gives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 10 }),
        fc.integer({ min: 1, max: 3333 }),
        fc.integer({ min: 0, max: 9 }),
        (count, priceMinor, redeemSteps) => {
          const [whole, split] = [aStore(), aStore()].map((shop) => {
            const member = aMember(shop, { points: 10_000 });
            const product = aProduct(shop, { priceMinor });
            const steps = Math.min(redeemSteps, Math.floor((count * priceMinor) / 100));
            const sale = sell(shop, {
              member,
              products: [product],
              quantityThousandths: count * 1000,
              redeem: steps * 100,
            });
            return { shop, member, sale };
          }) as [
            { shop: Shop; member: Id<'member'>; sale: Id<'purchase'> },
            { shop: Shop; member: Id<'member'>; sale: Id<'purchase'> },
          ];
          takeBack(whole.shop, whole.sale, [pieces(1, count)]);
          for (let piece = 0; piece < count; piece += 1) takeBack(split.shop, split.sale, [pieces(1, 1)]);
          expect(balance(split.shop, split.member)).toBe(balance(whole.shop, whole.member));
          expect(balance(split.shop, split.member)).toBe(10_000);
          expect(refunded(split.shop)).toEqual({ net: 0, tax: 0 });
          expect(refunded(whole.shop)).toEqual({ net: 0, tax: 0 });
          for (const { shop } of [whole, split]) {
            expectLaws(shop.store.db);
            shop.store.db.close();
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('gives redeemed points back to the lots they were taken from, with their own expiry', () => {
    const shop = aStore();
    const [soon, late] = [shop.nowMs + 30 * DAY_MS, shop.nowMs + 300 * DAY_MS];
    const member = aMember(shop, {
      lots: [
        { points: 150, expiresAtMs: soon },
        { points: 500, expiresAtMs: late },
      ],
    });
    const sale = sell(shop, { member, products: [aProduct(shop)], redeem: 300 });
    takeBack(shop, sale, [pieces(1, 1)]);
    const lots = pointsOfMember(shop.store, member, shop.nowMs)?.lots.filter((lot) => lot.source === 'opening');
    expect(lots?.map((lot) => [lot.heldHerePoints, lot.expiresAtMs]).toSorted()).toEqual(
      [
        [150, soon],
        [500, late],
      ].toSorted(),
    );
    expectLaws(shop.store.db);
  });

  it('leaves a debt when the points it had earned are spent, and the next earning repays it first', () => {
    const shop = aStore();
    const member = aMember(shop);
    const product = aProduct(shop, { priceMinor: 30_000 });
    const first = sell(shop, { member, products: [product] });
    shop.nowMs += 1000;
    sell(shop, { member, products: [aProduct(shop, { priceMinor: 300 })], redeem: 300 });
    expect(balance(shop, member)).toBe(0);
    shop.nowMs += 1000;
    takeBack(shop, first, [pieces(1, 1)]);
    expect(balance(shop, member)).toBe(-300);
    shop.nowMs += 1000;
    sell(shop, { member, products: [aProduct(shop, { priceMinor: 50_000 })] });
    const points = pointsOfMember(shop.store, member, shop.nowMs);
    expect(points?.balance).toMatchObject({ availablePoints: 200, debtPoints: 0, balancePoints: 200 });
    expectLaws(shop.store.db);
  });

  it('refuses more than was sold, a line that is not there, and a refund that differs, and changes nothing', () => {
    const shop = aStore();
    const sale = sell(shop, { products: [aProduct(shop)] });
    const before = shop.store.db.raw.prepare('SELECT count(*) AS n FROM change_log').get();
    expect(reasonOf(tryTakingBack(shop, sale, [pieces(1, 2)]))).toBe('more-than-sold');
    expect(reasonOf(tryTakingBack(shop, sale, [pieces(1, 1), pieces(1, 1)]))).toBe('more-than-sold');
    expect(reasonOf(tryTakingBack(shop, sale, [pieces(9, 1)]))).toBe('line-unknown');
    expect(shop.store.db.raw.prepare('SELECT count(*) AS n FROM change_log').get()).toEqual(before);
  });

  it('answers a repeated request with the same return', () => {
    const shop = aStore();
    const sale = sell(shop, { products: [aProduct(shop)], quantityThousandths: 2000 });
    const id = shop.ids<'purchase'>();
    expect(reasonOf(tryTakingBack(shop, sale, [pieces(1, 1)], id))).toBe('done');
    expect(reasonOf(tryTakingBack(shop, sale, [pieces(1, 1)], id))).toBe('done');
    expect(shop.store.db.raw.prepare(`SELECT count(*) AS n FROM purchase WHERE entry_kind = 'return'`).get()).toEqual({
      n: 1,
    });
  });
});

describe('a void', () => {
  it('restores every derived figure', () => {
    const shop = aStore();
    const member = aMember(shop, { points: 1000 });
    sell(shop, { member, products: [aProduct(shop)] });
    const before = derived(shop);
    shop.nowMs += 60_000;
    const sale = sell(shop, { member, products: [aProduct(shop), aProduct(shop, { priceMinor: 777 })], redeem: 500 });
    expect(derived(shop)).not.toEqual(before);
    shop.nowMs += 60_000;
    expect(reasonOf(tryVoiding(shop, sale))).toBe('done');
    expect(derived(shop)).toEqual(before);
    expect(receiptOf(shop.store, sale)?.state).toBe('voided');
    expectLaws(shop.store.db);
  });

  it('is for the last sale of this till and day only, and once', () => {
    const shop = aStore();
    const first = sell(shop, { products: [aProduct(shop)] });
    const second = sell(shop, { products: [aProduct(shop)] });
    expect(reasonOf(tryVoiding(shop, first))).toBe('not-the-last-sale');
    expect(reasonOf(tryVoiding(shop, second))).toBe('done');
    expect(reasonOf(tryVoiding(shop, second))).toBe('already-voided');
    const third = sell(shop, { products: [aProduct(shop)] });
    shop.nowMs += DAY_MS;
    expect(reasonOf(tryVoiding(shop, third))).toBe('not-the-last-sale');
  });

  it('is still for the last sale when goods of an earlier one came back since', () => {
    const shop = aStore();
    const member = aMember(shop, { points: 1000 });
    const first = sell(shop, { member, products: [aProduct(shop)] });
    const second = sell(shop, { member, products: [aProduct(shop)], redeem: 500 });
    expect(reasonOf(tryTakingBack(shop, first, [pieces(1, 1)]))).toBe('done');
    expect(reasonOf(tryVoiding(shop, second))).toBe('done');
    expect(reasonOf(tryVoiding(shop, first))).toBe('not-the-last-sale');
    expectLaws(shop.store.db);
  });

  it('trap 3: a sale that is voided and rung up again awards its points once', () => {
    const shop = aStore();
    const member = aMember(shop);
    const products = [aProduct(shop, { priceMinor: 10_000 })];
    const wrong = sell(shop, { member, products });
    expect(reasonOf(tryVoiding(shop, wrong))).toBe('done');
    sell(shop, { member, products });
    expect(balance(shop, member)).toBe(100);
    expectLaws(shop.store.db);
  });
});
