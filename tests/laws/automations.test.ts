import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nights } from '../../db/nightly/nightly.queries.ts';
import { productById } from '../../db/products/products.queries.ts';
import { setCouponKindState } from '../../electron/features/coupons/write-kind.ts';
import { setConsent } from '../../electron/features/members/set-consent.ts';
import { beginAgain, runNight } from '../../electron/features/nightly/run-night.ts';
import { pointsOfMember } from '../../electron/features/points/points-of-member.ts';
import type { OccasionTerms } from '../../shared/automations/automation.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aLadder } from '../fixtures/a-ladder.ts';
import { aMember, born } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aProgramme } from '../fixtures/a-programme.ts';
import { aStore } from '../fixtures/a-store.ts';
import { eraseMember } from '../fixtures/erase.ts';
import { LIVES } from '../fixtures/lives.ts';
import { merge } from '../fixtures/merge.ts';
import { aDesk, aReachable, aTemplate, outboxOf, statesOf, useChannels } from '../fixtures/message-store.ts';
import { must } from '../fixtures/outcome.ts';
import { putAudience, segmentOf } from '../fixtures/put-audience.ts';
import { automationOf, metBy, putAutomation, trySettingAutomation } from '../fixtures/put-automation.ts';
import { putCouponKind, writingIn } from '../fixtures/put-coupon.ts';
import { rowsOf } from '../fixtures/rows.ts';
import { sell } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { takeBack, tryVoiding } from '../fixtures/take-back.ts';
import { theNight } from '../fixtures/the-night.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';

/** Lets so many days pass, with the night's work in each. */
const live = (shop: Shop, days: number) => {
  for (let day = 0; day < days; day += 1) {
    shop.nowMs += DAY_MS;
    theNight(shop);
  }
};
const timesMet = (shop: Shop, member: Id<'member'>) => metBy(shop, member).length;
const balance = (shop: Shop, member: Id<'member'>) =>
  pointsOfMember(shop.store, member, shop.nowMs)?.balance.balancePoints;
const lastNight = ({ store }: Shop) => nights.get(store.db, { limit: 1 });

describe('an automation', () => {
  it('meets a birthday once a year, some days before, solar or lunar', () => {
    const shop = aStore();
    putAutomation(shop, { occasion: { kind: 'birthday', daysBefore: 7 } });
    const [soon, later] = [aMember(shop, born(3, 22)), aMember(shop, born(4, 20))];
    // The third of the second lunar month is 21 March in 2026.
    const lunar = aMember(shop, { birthday: { ...born(2, 3).birthday, calendar: 'lunar' } });
    theNight(shop);
    expect([soon, later, lunar].map((member) => timesMet(shop, member))).toEqual([1, 0, 1]);
    expect(balance(shop, soon)).toBe(50);
    expect(lastNight(shop)?.counts).toMatchObject({ met: 2, keptOut: 0, failed: 0 });
    live(shop, 365);
    expect([soon, later, lunar].map((member) => timesMet(shop, member))).toEqual([2, 1, 2]);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  }, 60_000);

  it('welcomes whoever was enrolled, so many days after, and not whom an import brought along', () => {
    const shop = aStore();
    putAutomation(shop, { occasion: { kind: 'welcome', delayDays: 2 } });
    const [one, brought] = [aMember(shop), aMember(shop, { source: 'import' })];
    theNight(shop);
    live(shop, 1);
    expect(timesMet(shop, one)).toBe(0);
    live(shop, 20);
    expect([timesMet(shop, one), timesMet(shop, brought)]).toEqual([1, 0]);
  });

  it('asks for a second purchase where none came, and nobody who took the first one back', () => {
    const shop = aStore();
    putAutomation(shop, { occasion: { kind: 'second-purchase', days: 5 } });
    const tea = aProduct(shop);
    const [once, twice, gaveBack] = [aMember(shop), aMember(shop), aMember(shop)];
    for (const member of [once, twice]) sell(shop, { member, products: [tea] });
    takeBack(shop, sell(shop, { member: gaveBack, products: [tea] }), [{ lineNo: 1, quantityThousandths: 1000 }]);
    live(shop, 3);
    sell(shop, { member: twice, products: [tea] });
    live(shop, 12);
    expect([once, twice, gaveBack].map((member) => timesMet(shop, member))).toEqual([1, 0, 0]);
  });

  it('wins back whoever has not bought for so long, again after the next purchase', () => {
    const shop = aStore();
    putAutomation(shop, { occasion: { kind: 'lapsed', days: 10 } });
    const [tea, member] = [aProduct(shop), aMember(shop)];
    sell(shop, { member, products: [tea] });
    live(shop, 30);
    expect(timesMet(shop, member)).toBe(1);
    sell(shop, { member, products: [tea] });
    live(shop, 30);
    expect(timesMet(shop, member)).toBe(2);
  });

  it('follows a purchase of a category, and rests between two', () => {
    const shop = aStore();
    const [tea, cake] = [aProduct(shop, { category: '茶饮' }), aProduct(shop, { category: '糕点' })];
    const categoryId = productById.get(shop.store.db, { productId: tea })?.categoryId as Id<'category'>;
    putAutomation(shop, { occasion: { kind: 'after-purchase', days: 1, categoryId }, restDays: 7 });
    const [drinks, eats, voids] = [aMember(shop), aMember(shop), aMember(shop)];
    sell(shop, { member: drinks, products: [tea] });
    sell(shop, { member: eats, products: [cake] });
    must(tryVoiding(shop, sell(shop, { member: voids, products: [tea] })));
    live(shop, 2);
    expect([drinks, eats, voids].map((member) => timesMet(shop, member))).toEqual([1, 0, 0]);
    sell(shop, { member: drinks, products: [tea] });
    live(shop, 3);
    expect(timesMet(shop, drinks)).toBe(1);
    live(shop, 5);
    sell(shop, { member: drinks, products: [tea] });
    live(shop, 3);
    expect(timesMet(shop, drinks)).toBe(2);
  });

  it('answers a tier that rose, and another one that fell', () => {
    const shop = aStore();
    aProgramme(shop, { tiers: aLadder(), expiry: { kind: 'never' } });
    const up = putAutomation(shop, { occasion: { kind: 'tier-change', direction: 'up' }, points: 5 });
    const down = putAutomation(shop, { occasion: { kind: 'tier-change', direction: 'down' }, points: 7 });
    const dear = aProduct(shop, { priceMinor: 100_000 });
    const [rises, falls] = [aMember(shop), aMember(shop)];
    theNight(shop);
    sell(shop, { member: rises, products: [dear] });
    const sold = sell(shop, { member: falls, products: [dear] });
    takeBack(shop, sold, [{ lineNo: 1, quantityThousandths: 1000 }]);
    live(shop, 3);
    // Whoever fell again on the same day is not congratulated.
    expect(metBy(shop, rises).map(({ automationId }) => automationId)).toEqual([up]);
    expect(metBy(shop, falls).map(({ automationId }) => automationId)).toEqual([down]);
  });

  it('tells of points that end soon, of each of them once', () => {
    const shop = aStore();
    putAutomation(shop, { occasion: { kind: 'points-expiring', days: 10, leastPoints: 100 }, points: 1 });
    const at = (days: number) => shop.nowMs + days * DAY_MS;
    const member = aMember(shop, {
      lots: [
        { points: 60, expiresAtMs: at(12) },
        { points: 60, expiresAtMs: at(14) },
        { points: 500, expiresAtMs: at(40) },
      ],
    });
    const few = aMember(shop, { lots: [{ points: 99, expiresAtMs: at(12) }] });
    theNight(shop);
    live(shop, 3);
    expect(timesMet(shop, member)).toBe(0);
    live(shop, 10);
    expect(timesMet(shop, member)).toBe(1);
    live(shop, 40);
    expect([timesMet(shop, member), timesMet(shop, few)]).toEqual([2, 0]);
    expectReplay(shop.store.db);
  });
});

describe('what an automation gives', () => {
  it('is a coupon, whose code the message names, and points; kept with the member', () => {
    const shop = aStore();
    const couponKindId = putCouponKind(shop);
    const templateId = aTemplate(shop, { text: '{姓名}生日快乐，券码{券码}。' });
    putAutomation(shop, { couponKindId, templateId });
    const member = aReachable(shop, born(3, 15));
    theNight(shop);
    expect(metBy(shop, member)).toMatchObject([
      { isControl: false, isMessaged: true, isCouponed: true, points: 50, missed: [] },
    ]);
    const [coupon] = rowsOf(shop.store.db, 'coupon') as { readonly code: string }[];
    expect(rowsOf(shop.store.db, 'outbox')).toMatchObject([
      { given: JSON.stringify({ couponCode: coupon?.code }), purpose: 'marketing' },
    ]);
    expectReplay(shop.store.db);
  });

  it('goes out after consent, quiet hours and the cap are looked at', async () => {
    const shop = aStore();
    useChannels(shop, { sms: { url: 'http://127.0.0.1:9/' }, cap: { messages: 1, days: 7 } });
    const templateId = aTemplate(shop);
    putAutomation(shop, { templateId, points: 1 });
    const [agreed, never] = [aReachable(shop, born(3, 15)), aMember(shop, { ...born(3, 15), phone: '13900000001' })];
    theNight(shop);
    const desk = aDesk(shop);
    await desk.send();
    desk.desk.halt();
    expect(timesMet(shop, agreed)).toBe(1);
    // What is given besides is given; the message waits for nobody who never agreed.
    expect(balance(shop, never)).toBe(1);
    expect(statesOf(shop).toSorted().at(-1)).toBe('withheld no-consent');
  });

  it('leaves alone whom only a message is meant for, where none may be sent', () => {
    const shop = aStore();
    putAutomation(shop, { templateId: aTemplate(shop), points: 0 });
    const [agreed, never] = [aReachable(shop, born(3, 15)), aMember(shop, born(3, 15))];
    theNight(shop);
    expect([timesMet(shop, agreed), timesMet(shop, never)]).toEqual([1, 0]);
    expect(outboxOf(shop)).toHaveLength(1);
  });

  it('is noted where a coupon could not be given, and the rest is given', () => {
    const shop = aStore();
    const kindId = putCouponKind(shop);
    const automationId = putAutomation(shop, { couponKindId: kindId });
    must(setCouponKindState(writingIn(shop), { kindId, basedOn: 2, state: 'stopped' }));
    expect(automationOf(shop, automationId).hindrance).toBe('automation-coupon-unfit');
    const member = aMember(shop, born(3, 15));
    theNight(shop);
    expect(metBy(shop, member)).toMatchObject([{ isCouponed: false, points: 50, missed: ['coupon'] }]);
  });

  it('goes to nobody who is stopped, erased, merged away or wants nothing chosen by what is done', () => {
    const shop = aStore();
    putAutomation(shop);
    const stopped = aMember(shop, { ...born(3, 15), status: 'suspended' });
    const declined = aMember(shop, born(3, 15));
    const consent = { memberId: declined, purpose: 'profiling' as const, given: false, noticeVersion: '1' };
    must(setConsent(shop.store, { eventId: shop.ids(), ...consent }, shop.clerkId, shop.nowMs, shop.ids));
    const [stays, joined] = [aMember(shop, born(3, 15)), aMember(shop, born(3, 15))];
    merge(shop, stays, joined);
    const gone = aMember(shop, born(3, 15));
    eraseMember(shop, gone);
    theNight(shop);
    expect(rowsOf(shop.store.db, 'automation_occasion')).toHaveLength(1);
    expect([stopped, declined, gone].map((member) => timesMet(shop, member))).toEqual([0, 0, 0]);
    expect(timesMet(shop, stays)).toBe(1);
  });

  it('is for its audience alone', () => {
    const shop = aStore();
    const audienceId = putAudience(shop, segmentOf([{ field: 'tier', is: 'any-of', values: ['gold'] }]));
    putAutomation(shop, { audienceId });
    const [gold, plain] = [aMember(shop, { ...born(3, 15), tier: 'gold' }), aMember(shop, born(3, 15))];
    theNight(shop);
    expect([timesMet(shop, gold), timesMet(shop, plain)]).toEqual([1, 0]);
  });
});

describe('a night of automations', () => {
  it('that is run again, or goes on after a kill between any two chunks, meets nobody twice', () => {
    const shop = aStore();
    putAutomation(shop);
    putAutomation(shop, { name: '另一个', points: 3 });
    const members = Array.from({ length: 60 }, () => aMember(shop, born(3, 15)));
    while (runNight(shop.store, () => shop.nowMs, shop.ids)) {
      // Each chunk is begun anew, as after a start.
    }
    beginAgain(shop.store, shop.nowMs);
    theNight(shop);
    for (const member of members) expect(balance(shop, member)).toBe(53);
    expectReplay(shop.store.db);
  });

  it('caught up after days off meets what a daily one meets, and nothing that is long past', () => {
    const daysOff = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 4, maxLength: 4 });
    const kinds = fc.constantFrom<OccasionTerms>(
      { kind: 'lapsed', days: 9 },
      { kind: 'second-purchase', days: 4 },
      { kind: 'after-purchase', days: 3, categoryId: null },
      { kind: 'welcome', delayDays: 5 },
    );
    fc.assert(
      fc.property(daysOff, kinds, fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }), (steps, occasion, buyers) => {
        const run = (runs: readonly number[]) => {
          const shop = aStore();
          putAutomation(shop, { occasion });
          const tea = aProduct(shop);
          const members = Array.from({ length: 6 }, () => aMember(shop));
          for (const buyer of buyers) sell(shop, { member: members[buyer] ?? null, products: [tea] });
          for (const days of runs) {
            shop.nowMs += days * DAY_MS;
            theNight(shop);
          }
          return members.map((member) => metBy(shop, member).length);
        };
        const all = steps.reduce((sum, days) => sum + days, 0);
        expect(run(steps)).toEqual(run(Array.from({ length: all }, () => 1)));
      }),
      { numRuns: LIVES },
    );
  });

  it('after a month off greets nobody whose birthday is long past', () => {
    const shop = aStore();
    putAutomation(shop);
    const [past, today] = [aMember(shop, born(3, 20)), aMember(shop, born(4, 14))];
    theNight(shop);
    shop.nowMs += 30 * DAY_MS;
    theNight(shop);
    expect([timesMet(shop, past), timesMet(shop, today)]).toEqual([0, 1]);
  });

  it('does nothing while an automation is paused, and makes up for the last days when it goes on', () => {
    const shop = aStore();
    const automationId = putAutomation(shop);
    must(trySettingAutomation(shop, automationId, 'paused'));
    const member = aMember(shop, born(3, 15));
    theNight(shop);
    expect(timesMet(shop, member)).toBe(0);
    must(trySettingAutomation(shop, automationId, 'live'));
    live(shop, 1);
    expect(timesMet(shop, member)).toBe(1);
  });
});
