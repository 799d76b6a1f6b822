import { describe, expect, it } from 'vitest';
import { memberById } from '../../db/members/members.queries.ts';
import { memberTimeline } from '../../electron/features/members/member-timeline.ts';
import { receiptOf } from '../../electron/features/purchases/receipt-of.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aLadder } from '../fixtures/a-ladder.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aProgramme } from '../fixtures/a-programme.ts';
import { aStore } from '../fixtures/a-store.ts';
import { must } from '../fixtures/outcome.ts';
import { traceOf } from '../fixtures/rows.ts';
import { saleCommand, sell, tryCommand } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { takeBack, tryVoiding } from '../fixtures/take-back.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';

function shopWithLadder(facts: Parameters<typeof aLadder>[0] = {}) {
  const shop = aStore();
  aProgramme(shop, { tiers: aLadder(facts) });
  const goods = (priceMinor: number) => aProduct(shop, { priceMinor });
  return { shop, goods };
}
const tierOf = ({ store }: Shop, memberId: Id<'member'>) => memberById.get(store.db, { memberId })?.tier;
const changesOf = ({ store }: Shop, memberId: Id<'member'>) =>
  (memberTimeline(store, { memberId, before: null, limit: 50 })?.events ?? []).flatMap((event) =>
    event.kind === 'tier' ? [event.change] : [],
  );
const ONE = [{ lineNo: 1, quantityThousandths: 1000 }];

describe('a sale that reaches the threshold', () => {
  it('lifts its member at once, and says so on the receipt and the timeline', () => {
    const { shop, goods } = shopWithLadder();
    const member = aMember(shop);
    const first = sell(shop, { member, products: [goods(99_999)] });
    expect(tierOf(shop, member)).toBe('member');
    expect(receiptOf(shop.store, first)?.tierChange).toBeNull();
    const second = sell(shop, { member, products: [goods(1)] });
    expect(tierOf(shop, member)).toBe('silver');
    expect(receiptOf(shop.store, second)?.tierChange).toEqual({ from: 'member', to: 'silver' });
    expect(changesOf(shop, member)).toEqual([
      { from: 'member', to: 'silver', reason: 'reached', basis: 'spend', basisValue: 100_000, endsOn: '2027-03-14' },
    ]);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('asked for again after a lost answer lifts nobody twice', () => {
    const { shop, goods } = shopWithLadder();
    const member = aMember(shop);
    const command = saleCommand(shop, { member, products: [goods(100_000)] });
    must(tryCommand(shop, command));
    const after = traceOf(shop.store.db);
    must(tryCommand(shop, command));
    expect(traceOf(shop.store.db)).toEqual(after);
    expect(changesOf(shop, member)).toHaveLength(1);
  });

  it('earns by the tier before it; the next one earns by the new tier', () => {
    const { shop, goods } = shopWithLadder();
    aProgramme(shop, { earn: { tierPercent: { member: 100, silver: 200, gold: 300, platinum: 100 } } });
    const [member, dear, tea] = [aMember(shop), goods(100_000), goods(1000)];
    expect(receiptOf(shop.store, sell(shop, { member, products: [dear] }))?.pointsEarned).toBe(1000);
    expect(receiptOf(shop.store, sell(shop, { member, products: [tea] }))?.pointsEarned).toBe(20);
  });

  it('trap 10: redemption does not count as spend', () => {
    const { shop, goods } = shopWithLadder();
    const member = aMember(shop, { points: 10_000 });
    const dear = goods(100_000);
    sell(shop, { member, products: [dear], redeem: 100 });
    expect(tierOf(shop, member)).toBe('member');
    sell(shop, { member, products: [goods(100)] });
    expect(tierOf(shop, member)).toBe('silver');
    expectLaws(shop.store.db);
  });

  it('counts nobody else’s purchases, and lifts nobody who is suspended', () => {
    const { shop, goods } = shopWithLadder();
    const [one, other, suspended] = [aMember(shop), aMember(shop), aMember(shop, { status: 'suspended' })];
    sell(shop, { member: one, products: [goods(60_000)] });
    sell(shop, { member: other, products: [goods(60_000)] });
    sell(shop, { member: suspended, products: [goods(200_000)] });
    expect([one, other, suspended].map((member) => tierOf(shop, member))).toEqual(['member', 'member', 'member']);
  });

  it('counts days of visit, not receipts, where visits are the basis', () => {
    const { shop, goods } = shopWithLadder({ basis: 'visits', thresholds: { silver: 2, gold: 3, platinum: null } });
    const [member, tea] = [aMember(shop), goods(1000)];
    sell(shop, { member, products: [tea] });
    sell(shop, { member, products: [tea] });
    expect(tierOf(shop, member)).toBe('member');
    shop.nowMs += DAY_MS;
    sell(shop, { member, products: [tea] });
    expect(tierOf(shop, member)).toBe('silver');
  });

  it('counts points as they were earned, where they are the basis: spending them takes nothing away', () => {
    const { shop, goods } = shopWithLadder({
      basis: 'points-earned',
      thresholds: { silver: 900, gold: null, platinum: null },
    });
    const [member, dear] = [aMember(shop), goods(80_000)];
    sell(shop, { member, products: [dear] });
    sell(shop, { member, products: [goods(800)], redeem: 800 });
    sell(shop, { member, products: [goods(10_000)] });
    expect(tierOf(shop, member)).toBe('silver');
  });

  it('trap 17: a clock that is set back a day loses no purchase from the window', () => {
    const { shop, goods } = shopWithLadder();
    const member = aMember(shop);
    sell(shop, { member, products: [goods(60_000)] });
    shop.nowMs -= DAY_MS;
    sell(shop, { member, products: [goods(60_000)] });
    shop.nowMs += DAY_MS;
    sell(shop, { member, products: [goods(100)] });
    expect(tierOf(shop, member)).toBe('silver');
    expectReplay(shop.store.db);
  });
});

describe('what comes back', () => {
  it('lowers the basis: goods returned before the threshold do not count towards it', () => {
    const { shop, goods } = shopWithLadder();
    const member = aMember(shop);
    takeBack(shop, sell(shop, { member, products: [goods(60_000)] }), ONE);
    sell(shop, { member, products: [goods(60_000)] });
    expect(tierOf(shop, member)).toBe('member');
    sell(shop, { member, products: [goods(40_000)] });
    expect(tierOf(shop, member)).toBe('silver');
  });

  it('after the upgrade takes the tier that rested on it, with the reason', () => {
    const { shop, goods } = shopWithLadder();
    const member = aMember(shop);
    const dear = sell(shop, { member, products: [goods(100_000)] });
    shop.nowMs += 3 * DAY_MS;
    const back = takeBack(shop, dear, ONE);
    expect(tierOf(shop, member)).toBe('member');
    expect(changesOf(shop, member)[0]).toMatchObject({
      from: 'silver',
      to: 'member',
      reason: 'returned',
      endsOn: null,
    });
    expect(receiptOf(shop.store, back)?.tierChange).toEqual({ from: 'silver', to: 'member' });
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('as a voided sale leaves the member as if it had not been', () => {
    const { shop, goods } = shopWithLadder();
    const member = aMember(shop);
    const dear = sell(shop, { member, products: [goods(100_000)] });
    must(tryVoiding(shop, dear));
    expect(tierOf(shop, member)).toBe('member');
    expectReplay(shop.store.db);
  });

  it('takes no tier that was given by hand', () => {
    const { shop, goods } = shopWithLadder();
    const member = aMember(shop, { tier: 'gold' });
    takeBack(shop, sell(shop, { member, products: [goods(1000)] }), ONE);
    expect(tierOf(shop, member)).toBe('gold');
  });
});
