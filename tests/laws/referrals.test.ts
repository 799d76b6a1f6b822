import { describe, expect, it } from 'vitest';
import { memberById } from '../../db/members/members.queries.ts';
import { findReferrer } from '../../electron/features/members/find-referrer.ts';
import { pointsOfMember } from '../../electron/features/points/points-of-member.ts';
import type { AutomationTerms } from '../../shared/automations/automation.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { referralCode } from '../../shared/members/referral-code.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { merge } from '../fixtures/merge.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { metBy, putAutomation, trySavingAutomation } from '../fixtures/put-automation.ts';
import { sell } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { takeBack, tryVoiding } from '../fixtures/take-back.ts';
import { theNight } from '../fixtures/the-night.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';

const REFERRAL = { kind: 'referral', days: 1, leastMinor: 5000, whom: 'both', mostAMonth: 5 } as const;

/** Fifty points for both, the day after the first purchase of 50.00. */
const promise = (shop: Shop, occasion: Partial<Extract<AutomationTerms['occasion'], { kind: 'referral' }>> = {}) =>
  putAutomation(shop, { name: '老带新', occasion: { ...REFERRAL, ...occasion }, controlBp: 0 });

const friendOf = (shop: Shop, referredBy: Id<'member'>, facts: Parameters<typeof aMember>[1] = {}) =>
  aMember(shop, { source: 'referral', referredBy, ...facts });
const buy = (shop: Shop, member: Id<'member'>, priceMinor = 6000) =>
  sell(shop, { member, products: [aProduct(shop, { priceMinor })] });
const nextNight = (shop: Shop) => {
  shop.nowMs += DAY_MS;
  theNight(shop);
};
const given = (shop: Shop, member: Id<'member'>) => metBy(shop, member).reduce((sum, { points }) => sum + points, 0);

describe('a referral', () => {
  it('is rewarded once, to both, after the first purchase that is large enough', () => {
    const shop = aStore();
    promise(shop);
    const referrer = aMember(shop);
    const friend = friendOf(shop, referrer);
    buy(shop, friend, 4999);
    nextNight(shop);
    expect(given(shop, friend)).toBe(0);
    buy(shop, friend);
    theNight(shop);
    expect(given(shop, referrer)).toBe(0);
    nextNight(shop);
    expect([given(shop, friend), given(shop, referrer)]).toEqual([50, 50]);
    buy(shop, friend);
    nextNight(shop);
    nextNight(shop);
    expect([given(shop, friend), given(shop, referrer)]).toEqual([50, 50]);
    expect(pointsOfMember(shop.store, referrer, shop.nowMs)?.balance.balancePoints).toBe(50);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('gives nothing for a sale that was voided or came back before, and counts the next one', () => {
    const shop = aStore();
    promise(shop);
    const referrer = aMember(shop);
    const [one, other] = [friendOf(shop, referrer), friendOf(shop, referrer)];
    takeBack(shop, buy(shop, one), [{ lineNo: 1, quantityThousandths: 1000 }]);
    must(tryVoiding(shop, buy(shop, other)));
    nextNight(shop);
    nextNight(shop);
    expect(given(shop, referrer)).toBe(0);
    buy(shop, other);
    nextNight(shop);
    expect([given(shop, one), given(shop, other), given(shop, referrer)]).toEqual([0, 50, 50]);
  });

  it('is for one of the two where it says so, and for nobody whose first purchase is long past', () => {
    const shop = aStore();
    const referrer = aMember(shop);
    const friend = friendOf(shop, referrer);
    buy(shop, friend);
    shop.nowMs += 30 * DAY_MS;
    promise(shop, { whom: 'referrer' });
    buy(shop, friend);
    nextNight(shop);
    expect([given(shop, friend), given(shop, referrer)]).toEqual([0, 0]);
    const second = friendOf(shop, referrer);
    buy(shop, second);
    nextNight(shop);
    expect([given(shop, second), given(shop, referrer)]).toEqual([0, 50]);
  });

  it('is met so often a month at most, and each friend gets the own reward all the same', () => {
    const shop = aStore();
    promise(shop, { mostAMonth: 2 });
    const referrer = aMember(shop);
    const friends = [1, 2, 3].map(() => friendOf(shop, referrer));
    for (const friend of friends) buy(shop, friend);
    nextNight(shop);
    nextNight(shop);
    expect(given(shop, referrer)).toBe(100);
    expect(friends.map((friend) => given(shop, friend))).toEqual([50, 50, 50]);
    shop.nowMs += 30 * DAY_MS;
    buy(shop, friendOf(shop, referrer));
    nextNight(shop);
    expect(given(shop, referrer)).toBe(150);
  });

  it('is none of the own person, of the own phone, or with somebody who is stopped', () => {
    const shop = aStore();
    promise(shop);
    const referrer = aMember(shop, { phone: '13812345678' });
    const same = friendOf(shop, referrer, { phone: '13812345678' });
    const again = friendOf(shop, referrer);
    const stopped = friendOf(shop, aMember(shop, { status: 'suspended' }));
    merge(shop, referrer, again);
    for (const friend of [same, again, stopped]) buy(shop, friend);
    nextNight(shop);
    expect([referrer, same, stopped].map((member) => given(shop, member))).toEqual([0, 0, 0]);
  });

  it('goes to the account that stands for who referred, and is promised to both without a draw', () => {
    const shop = aStore();
    promise(shop);
    const [kept, gone] = [aMember(shop), aMember(shop)];
    const friend = friendOf(shop, gone, { consents: [{ purpose: 'profiling', given: false }] });
    merge(shop, kept, gone);
    buy(shop, friend);
    nextNight(shop);
    expect([given(shop, kept), given(shop, friend)]).toEqual([50, 50]);
    expect(trySavingAutomation(shop, { occasion: REFERRAL, controlBp: 1000 })).toMatchObject({
      details: { faults: 'control-out-of-range' },
    });
  });
});

describe('who refers', () => {
  it('is found by the code, a phone or a card, and nobody by what several share or nobody has', () => {
    const shop = aStore();
    const referrer = aMember(shop, { name: '王小明', phone: '13812345678', cardNumber: '88880001' });
    const find = (typed: string) => findReferrer(shop.store, typed);
    const code = referralCode(referrer);
    for (const typed of [code, `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase(), '138 1234 5678', '88880001'])
      expect(must(find(typed))).toEqual({ memberId: referrer, name: '王小明', phoneMasked: '138****5678' });
    aMember(shop, { phone: '13812345678' });
    for (const typed of ['13812345678', 'ZZZZZZZZ', '99', '王小明'])
      expect(reasonOf(find(typed))).toBe('referrer-unknown');
  });

  it('is the account that stands for a merged one, and nobody whose membership is stopped', () => {
    const shop = aStore();
    const [kept, gone, stopped] = [aMember(shop), aMember(shop), aMember(shop, { status: 'suspended' })];
    merge(shop, kept, gone);
    expect(must(findReferrer(shop.store, referralCode(gone))).memberId).toBe(kept);
    expect(reasonOf(findReferrer(shop.store, referralCode(stopped)))).toBe('referrer-unknown');
    expect(memberById.get(shop.store.db, { memberId: stopped })?.status).toBe('suspended');
  });
});
