import { describe, expect, it } from 'vitest';
import { transaction } from '../../db/kernel/connection.ts';
import { enterSession } from '../../db/sync/sync.queries.ts';
import { memberCard } from '../../electron/features/members/member-card.ts';
import { adjustPoints } from '../../electron/features/points/adjust-points.ts';
import { pointsOfMember } from '../../electron/features/points/points-of-member.ts';
import { redeemPoints } from '../../electron/features/points/redeem-points.ts';
import { quoteBasket } from '../../electron/features/purchases/quote-basket.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { traceOf } from '../fixtures/rows.ts';
import { saleCommand, sell, tryCommand } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { takeBack } from '../fixtures/take-back.ts';
import { expectLaws } from './expect-laws.ts';

const redeem = (shop: Shop, memberId: Id<'member'>, points: number) =>
  redeemPoints(
    shop.store,
    { redemptionId: shop.ids(), memberId, points, reward: 'a mug' },
    shop.clerkId,
    shop.nowMs,
    shop.ids,
  );
const seen = (shop: Shop, memberId: Id<'member'>) => ({
  card: memberCard(shop.store, memberId, shop.nowMs),
  points: pointsOfMember(shop.store, memberId, shop.nowMs),
});

describe.each(['suspended', 'closed'] as const)('the points of a member who is %s', (status) => {
  it('are shown as withheld, with the reason, on the card, in the balance and lot by lot', () => {
    const shop = aStore();
    const memberId = aMember(shop, { status, lots: [{ points: 300, expiresAtMs: shop.nowMs + DAY_MS }] });
    const { card, points } = seen(shop, memberId);
    expect(card).toMatchObject({
      status,
      availablePoints: 0,
      withheldPoints: 300,
      expiringPoints: 0,
      nextExpiryMs: null,
    });
    expect(points?.balance).toMatchObject({
      availablePoints: 0,
      withheldPoints: 300,
      withheldBecause: status,
      balancePoints: 300,
    });
    expect(points?.lots.map(({ state }) => state)).toEqual(['withheld']);
    expect(reasonOf(redeem(shop, memberId, 1))).toBe('member-blocked');
  });
});

/** A member who spent 300 of the first sale’s points, has 200 others, and then gave the goods of the first sale back. */
function anIndebtedMember() {
  const shop = aStore();
  const memberId = aMember(shop);
  const first = sell(shop, { member: memberId, products: [aProduct(shop, { priceMinor: 30_000 })] });
  must(redeem(shop, memberId, 300));
  sell(shop, { member: memberId, products: [aProduct(shop, { priceMinor: 50_000 })] });
  takeBack(shop, first, [{ lineNo: 1, quantityThousandths: 1000 }]);
  return { shop, memberId };
}

describe('the points of a member who owes some', () => {
  it('can be spent as far as they exceed the debt, and every place says so', () => {
    const { shop, memberId } = anIndebtedMember();
    const { card, points } = seen(shop, memberId);
    expect(card).toMatchObject({ availablePoints: 200, debtPoints: 300, expiringPoints: 200 });
    expect(points?.balance).toMatchObject({ availablePoints: 200, debtPoints: 300, balancePoints: 200 });
    const basket = saleCommand(shop, { member: memberId, products: [aProduct(shop, { priceMinor: 90_000 })] });
    expect(must(quoteBasket(shop.store, basket, shop.nowMs)).maxRedeemablePoints).toBe(200);

    const before = traceOf(shop.store.db);
    const refused = { ok: false, reason: 'insufficient-points', details: { availablePoints: 200 } };
    expect(redeem(shop, memberId, 201)).toMatchObject(refused);
    const pays = { ...basket, pointsToRedeem: 300, tenders: [] };
    expect(
      tryCommand(shop, { ...pays, tenders: [{ kind: 'cash', amountMinor: 89_700, reference: null }] }),
    ).toMatchObject(refused);
    const taken = { adjustmentId: shop.ids<'adjustment'>(), memberId, points: -201, reason: 'wrongly given' };
    const by = { staffId: shop.clerkId, approvedById: shop.managerId };
    expect(adjustPoints(shop.store, taken, by, shop.nowMs, shop.ids)).toMatchObject(refused);
    expect(traceOf(shop.store.db)).toEqual(before);

    expect(reasonOf(redeem(shop, memberId, 200))).toBe('done');
    expect(seen(shop, memberId).card).toMatchObject({ availablePoints: 0, debtPoints: 300 });
    expectLaws(shop.store.db);
  });
});

describe('points in a store whose disk was restored or copied', () => {
  it('are not spent, and not taken by hand, until headquarters has spoken; selling goes on', () => {
    const shop = aStore();
    const memberId = aMember(shop, { points: 500 });
    const freeze = (isFrozen: boolean) =>
      transaction(shop.store.db, (tx) => void enterSession.run(tx, { session: 1, isFrozen }));
    freeze(true);
    const taken = { adjustmentId: shop.ids<'adjustment'>(), memberId, points: -100, reason: 'wrongly given' };
    const by = { staffId: shop.clerkId, approvedById: shop.managerId };
    const basket = saleCommand(shop, { member: memberId, products: [aProduct(shop, { priceMinor: 1000 })] });
    const pays = {
      ...basket,
      pointsToRedeem: 100,
      tenders: [{ kind: 'cash', amountMinor: 900, reference: null } as const],
    };
    expect(reasonOf(redeem(shop, memberId, 100))).toBe('redemption-frozen');
    expect(reasonOf(adjustPoints(shop.store, taken, by, shop.nowMs, shop.ids))).toBe('redemption-frozen');
    expect(reasonOf(tryCommand(shop, pays))).toBe('redemption-frozen');
    expect(must(quoteBasket(shop.store, basket, shop.nowMs)).netMinor).toBe(1000);
    sell(shop, { member: memberId, products: [aProduct(shop)] });
    freeze(false);
    expect(reasonOf(redeem(shop, memberId, 100))).toBe('done');
    expectLaws(shop.store.db);
  });
});
