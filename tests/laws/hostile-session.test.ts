import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberById } from '../../db/members/members.queries.ts';
import { memberCard } from '../../electron/features/members/member-card.ts';
import { adjustPoints } from '../../electron/features/points/adjust-points.ts';
import { redeemPoints } from '../../electron/features/points/redeem-points.ts';
import { completeSale } from '../../electron/features/purchases/complete-sale.ts';
import { quoteBasket } from '../../electron/features/purchases/quote-basket.ts';
import { receiptOf } from '../../electron/features/purchases/receipt-of.ts';
import { takeBackGoods } from '../../electron/features/purchases/take-back-goods.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aProgramme } from '../fixtures/a-programme.ts';
import { aStore } from '../fixtures/a-store.ts';
import { anotherClient } from '../fixtures/another-client.ts';
import { eraseMember } from '../fixtures/erase.ts';
import { LIVES } from '../fixtures/lives.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { traceOf } from '../fixtures/rows.ts';
import { saleCommand, sell, tryCommand } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { changeStanding } from '../fixtures/standing.ts';
import { returnCommand, takeBack, tryTakingBack, tryVoiding } from '../fixtures/take-back.ts';
import { theNight } from '../fixtures/the-night.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';
import { aDay } from './live-a-day.ts';
import { anyAct } from './random-acts.ts';

const piece = (lineNo = 1) => [{ lineNo, quantityThousandths: 1000 }];
const redeem = (shop: Shop, memberId: Id<'member'>, points: number) =>
  redeemPoints(
    shop.store,
    { redemptionId: shop.ids(), memberId, points, reward: 'a mug' },
    shop.clerkId,
    shop.nowMs,
    shop.ids,
  );
const balance = ({ store }: Shop, memberId: Id<'member'>) => memberById.get(store.db, { memberId })?.balancePoints;

describe('two clients of one store', () => {
  it('one takes goods back while the other redeems what they earned: the debt counts at once', () => {
    const one = aStore();
    const two = anotherClient(one);
    const [member, coat] = [aMember(one, { points: 100 }), aProduct(one, { priceMinor: 20_000 })];
    const sale = sell(one, { member, products: [coat] });
    expect(reasonOf(redeem(two, member, 300))).toBe('done');
    takeBack(one, sale, piece());
    expect(balance(one, member)).toBe(-200);
    sell(two, { member, products: [coat] });
    expect(redeem(one, member, 1)).toMatchObject({ reason: 'insufficient-points', details: { availablePoints: 0 } });
    sell(one, { member, products: [aProduct(one)] });
    expect([reasonOf(redeem(two, member, 11)), reasonOf(redeem(two, member, 10))]).toEqual([
      'insufficient-points',
      'done',
    ]);
    expectLaws(one.store.db);
    two.store.db.raw.close();
  });

  it('both take the same piece back, or one voids what the other takes back: the second is told', () => {
    const one = aStore();
    const two = anotherClient(one);
    const [member, tea] = [aMember(one), aProduct(one)];
    const sale = sell(one, { member, products: [tea] });
    expect([tryTakingBack(one, sale, piece()), tryTakingBack(two, sale, piece())].map(reasonOf)).toEqual([
      'done',
      'more-than-sold',
    ]);
    const last = sell(two, { member, products: [tea, tea] });
    takeBack(one, last, piece(2));
    expect(reasonOf(tryVoiding(two, last))).toBe('has-returns');
    const wrong = sell(one, { member, products: [tea] });
    expect([tryVoiding(two, wrong), tryVoiding(one, wrong)].map(reasonOf)).toEqual(['done', 'already-voided']);
    expect(reasonOf(tryTakingBack(two, wrong, piece()))).toBe('not-returnable');
    expectLaws(one.store.db);
    two.store.db.raw.close();
  });
});

describe('what comes back', () => {
  it('of a return or of a void is nothing, and a void takes nothing from what came back before', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop, { points: 500 }), aProduct(shop)];
    const sale = sell(shop, { member, products: [tea, tea], redeem: 500 });
    const back = takeBack(shop, sale, piece());
    const before = traceOf(shop.store.db);
    expect(reasonOf(tryTakingBack(shop, back, piece()))).toBe('not-returnable');
    expect(reasonOf(tryVoiding(shop, back))).toBe('already-voided');
    expect(reasonOf(tryVoiding(shop, sale))).toBe('has-returns');
    expect(traceOf(shop.store.db)).toEqual(before);
    takeBack(shop, sale, piece(2));
    expect(balance(shop, member)).toBe(500);
    expectLaws(shop.store.db);
  });

  it('pays every fen of it, also where one point pays much: in any split the tenders sum to what is due', () => {
    fc.assert(
      fc.property(
        fc.record({ stepPoints: fc.integer({ min: 1, max: 9 }), stepMinor: fc.integer({ min: 1, max: 500 }) }),
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 8 }),
        fc.nat(20),
        fc.infiniteStream(fc.nat()),
        (step, prices, steps, order) => {
          const shop = aStore();
          aProgramme(shop, { redeem: { ...step, maxPercentOfBasket: 100 } });
          const member = aMember(shop, { points: 1000 });
          const net = prices.reduce((sum, price) => sum + price, 0);
          const redeemed = Math.min(steps, Math.floor(net / step.stepMinor)) * step.stepPoints;
          const sale = sell(shop, {
            member,
            products: prices.map((priceMinor) => aProduct(shop, { priceMinor })),
            redeem: redeemed,
          });
          const left = prices.map((_, index) => index + 1);
          while (left.length > 0) {
            const [lineNo = 1] = left.splice((order.next().value as number) % left.length, 1);
            expect(reasonOf(tryTakingBack(shop, sale, piece(lineNo)))).toBe('done');
            expectLaws(shop.store.db);
          }
          expect(balance(shop, member)).toBe(1000);
          shop.store.db.close();
        },
      ),
      { numRuns: LIVES },
    );
  });

  it('after the member was suspended or closed settles the points, which nobody can spend', () => {
    for (const status of ['suspended', 'closed'] as const) {
      const shop = aStore();
      const [member, coat] = [aMember(shop, { points: 1000 }), aProduct(shop, { priceMinor: 20_000 })];
      const sale = sell(shop, { member, products: [coat], redeem: 1000 });
      changeStanding(shop, member, { status });
      takeBack(shop, sale, piece());
      expect(memberCard(shop.store, member, shop.nowMs)).toMatchObject({ availablePoints: 0, withheldPoints: 1000 });
      expect(reasonOf(redeem(shop, member, 1))).toBe('member-blocked');
      changeStanding(shop, member, { status: 'active' });
      expect(reasonOf(redeem(shop, member, 1000))).toBe('done');
      expectLaws(shop.store.db);
      expectReplay(shop.store.db);
    }
  });
});

describe('a member who is erased', () => {
  it('is sold nothing more to, while goods of before still come back and every sum holds', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop, { points: 100, phone: '13812345678' }), aProduct(shop)];
    const sale = sell(shop, { member, products: [tea], redeem: 100 });
    const again = saleCommand(shop, { member, products: [tea] });
    eraseMember(shop, member);
    expect(reasonOf(tryCommand(shop, again))).toBe('member-unknown');
    expect(reasonOf(quoteBasket(shop.store, again, shop.nowMs))).toBe('member-unknown');
    const given = { adjustmentId: shop.ids<'adjustment'>(), memberId: member, points: 5, reason: 'a gift' };
    const by = { staffId: shop.clerkId, approvedById: shop.managerId };
    expect(reasonOf(adjustPoints(shop.store, given, by, shop.nowMs, shop.ids))).toBe('member-unknown');
    expect(reasonOf(redeem(shop, member, 1))).toBe('member-unknown');
    takeBack(shop, sale, piece());
    expect(balance(shop, member)).toBe(100);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db, ['member', 'member_card', 'member_standing']);
  });

  it('in the middle of any day leaves a store whose laws hold', () => {
    fc.assert(
      fc.property(
        fc.array(anyAct, { minLength: 3, maxLength: 20, size: 'max' }),
        fc.nat(),
        fc.array(anyAct, { minLength: 3, maxLength: 20, size: 'max' }),
        (morning, who, afternoon) => {
          const day = aDay();
          for (const { run } of morning) run(day);
          const forgotten = day.members[who % Math.max(1, day.members.length)];
          if (forgotten) eraseMember(day.shop, forgotten);
          // Nor is anybody known any more by another id that stood for the same person.
          const { db } = day.shop.store;
          const known = day.members.filter((memberId) => memberById.get(db, { memberId })?.status !== 'erased');
          day.members.splice(0, Number.POSITIVE_INFINITY, ...known);
          for (const { run } of afternoon) run(day);
          expectLaws(day.shop.store.db);
          expectReplay(day.shop.store.db, ['member', 'member_card', 'member_standing']);
          day.shop.store.db.close();
        },
      ),
      { numRuns: LIVES },
    );
  });
});

describe('a clock that is wrong', () => {
  it('by a day ahead, then right, leaves the points of that day spendable', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop), aProduct(shop)];
    shop.nowMs += DAY_MS;
    sell(shop, { member, products: [tea] });
    shop.nowMs -= DAY_MS;
    expect(memberCard(shop.store, member, shop.nowMs)).toMatchObject({ availablePoints: 10, pendingPoints: 0 });
    expect(reasonOf(redeem(shop, member, 10))).toBe('done');
    expectLaws(shop.store.db);
  });

  it('does not release what waits for its day, nor give back what was booked as expired', () => {
    const shop = aStore();
    aProgramme(shop, { earn: { pendingDays: 2 }, expiry: { kind: 'months-after-earning', months: 1 } });
    const [member, tea] = [aMember(shop), aProduct(shop)];
    sell(shop, { member, products: [tea] });
    expect(memberCard(shop.store, member, shop.nowMs)).toMatchObject({ availablePoints: 0, pendingPoints: 10 });
    shop.nowMs -= DAY_MS;
    expect(memberCard(shop.store, member, shop.nowMs)).toMatchObject({ availablePoints: 0, pendingPoints: 10 });
    shop.nowMs += 3 * DAY_MS;
    expect(memberCard(shop.store, member, shop.nowMs)).toMatchObject({ availablePoints: 10, pendingPoints: 0 });
    shop.nowMs += 40 * DAY_MS;
    theNight(shop);
    shop.nowMs -= 40 * DAY_MS;
    expect(memberCard(shop.store, member, shop.nowMs)).toMatchObject({ availablePoints: 0, pendingPoints: 0 });
    expectLaws(shop.store.db);
  });

  it('around the cut-over of the day decides what is the last sale of today', () => {
    // The business day ends at four in the morning.
    const shop = aStore({ nowMs: Date.UTC(2026, 2, 15, 19, 59, 59, 999) });
    const [member, tea] = [aMember(shop), aProduct(shop)];
    const evening = sell(shop, { member, products: [tea] });
    expect(receiptOf(shop.store, evening)?.businessDate).toBe('2026-03-15');
    shop.nowMs += 1;
    expect(reasonOf(tryVoiding(shop, evening))).toBe('not-the-last-sale');
    const morning = sell(shop, { member, products: [tea] });
    expect(receiptOf(shop.store, morning)?.businessDate).toBe('2026-03-16');
    shop.nowMs -= 1;
    expect(reasonOf(tryVoiding(shop, morning))).toBe('not-the-last-sale');
    shop.nowMs += 1;
    expect(reasonOf(tryVoiding(shop, morning))).toBe('done');
    expectLaws(shop.store.db);
  });
});

describe('what costs nothing', () => {
  it('alone, beside what costs, given away or taken back, moves no points and no money', () => {
    const shop = aStore();
    aProgramme(shop, { earn: { rounding: 'up' } });
    const [member, gift, tea] = [aMember(shop, { points: 100 }), aProduct(shop, { priceMinor: 0 }), aProduct(shop)];
    const alone = sell(shop, { member, products: [gift] });
    expect(receiptOf(shop.store, alone)).toMatchObject({ netMinor: 0, pointsEarned: 0, tenders: [] });
    takeBack(shop, alone, piece());

    const free = { productId: tea, quantityThousandths: 1000, override: { unitPriceMinor: 0, reason: 'a gift' } };
    const command = saleCommand(shop, {
      member,
      lines: [free, { productId: tea, quantityThousandths: 1000 }, { productId: gift, quantityThousandths: 333 }],
      redeem: 100,
    });
    const seller = { staffId: shop.clerkId, overrideById: shop.managerId };
    must(completeSale(shop.store, command, seller, shop.nowMs, shop.ids));
    expect(receiptOf(shop.store, command.purchaseId)?.lines.map(({ pointsEarned }) => pointsEarned)).toEqual([0, 9, 0]);
    takeBack(shop, command.purchaseId, piece(1));
    expect(balance(shop, member)).toBe(9);
    takeBack(shop, command.purchaseId, [...piece(2), { lineNo: 3, quantityThousandths: 333 }]);
    expect(balance(shop, member)).toBe(100);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });
});

describe('a retry', () => {
  it('in any order of a sale, its return and a void is answered as it was', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop), aProduct(shop)];
    const command = saleCommand(shop, { member, products: [tea, tea] });
    const sellIt = () => tryCommand(shop, command);
    must(sellIt());
    const taken = returnCommand(shop, command.purchaseId, piece());
    const returnIt = () => takeBackGoods(shop.store, taken, shop.clerkId, shop.nowMs, shop.ids);
    must(returnIt());
    const wrong = sell(shop, { member, products: [tea] });
    const voidId = shop.ids<'purchase'>();
    const voidIt = () => tryVoiding(shop, wrong, voidId);
    must(voidIt());
    const after = traceOf(shop.store.db);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(sellIt, returnIt, voidIt), { maxLength: 9 }), fc.integer(), (acts, ms) => {
        shop.nowMs += ms % DAY_MS;
        expect(acts.map((act) => reasonOf(act()))).toEqual(acts.map(() => 'done'));
        expect(traceOf(shop.store.db)).toEqual(after);
      }),
    );
  });
});
