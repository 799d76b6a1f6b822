import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { automationById, lastMet } from '../../db/automations/automations.queries.ts';
import { nights } from '../../db/nightly/nightly.queries.ts';
import { productById } from '../../db/products/products.queries.ts';
import { evaluationOf } from '../../electron/features/automations/evaluate.ts';
import { previewAutomation } from '../../electron/features/automations/preview-automation.ts';
import { setCouponKindState } from '../../electron/features/coupons/write-kind.ts';
import { setConsent } from '../../electron/features/members/set-consent.ts';
import { saveTemplate } from '../../electron/features/messages/save-template.ts';
import { beginAgain, runNight } from '../../electron/features/nightly/run-night.ts';
import { pointsOfMember } from '../../electron/features/points/points-of-member.ts';
import type { AutomationTerms, OccasionTerms } from '../../shared/automations/automation.ts';
import { isControl } from '../../shared/campaigns/control-group.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aLadder } from '../fixtures/a-ladder.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aProgramme } from '../fixtures/a-programme.ts';
import { aStore } from '../fixtures/a-store.ts';
import { eraseMember } from '../fixtures/erase.ts';
import { merge } from '../fixtures/merge.ts';
import { aDesk, aReachable, aTemplate, outboxOf, statesOf, useChannels } from '../fixtures/message-store.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { putAudience, segmentOf, tryRemovingAudience } from '../fixtures/put-audience.ts';
import {
  automationOf,
  automationTerms,
  metBy,
  putAutomation,
  trySavingAutomation,
  trySettingAutomation,
} from '../fixtures/put-automation.ts';
import { putCouponKind, writingIn } from '../fixtures/put-coupon.ts';
import { rowsOf } from '../fixtures/rows.ts';
import { sell } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { takeBack, tryVoiding } from '../fixtures/take-back.ts';
import { theNight } from '../fixtures/the-night.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';

const born = (month: number, day: number) => ({
  birthday: { calendar: 'solar' as const, month, day, year: null, leapMonth: false },
});
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
const preview = (shop: Shop, automationId: Id<'automation'>, terms: Partial<AutomationTerms>) =>
  previewAutomation(shop.store, { automationId, terms: automationTerms(terms) }, shop.nowMs);

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
      { numRuns: 100 },
    );
  }, 60_000);

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

describe('what an automation brought', () => {
  it('is told by who was met against who was kept out, once their days are over', () => {
    const shop = aStore();
    const automationId = putAutomation(shop, { controlBp: 5000, measuredDays: 3 });
    const tea = aProduct(shop);
    const members = Array.from({ length: 80 }, () => aMember(shop, born(3, 15)));
    theNight(shop);
    const isKept = (member: Id<'member'>) => isControl(automationId, member, 5000);
    const kept = members.filter(isKept);
    for (const member of kept) expect(metBy(shop, member)).toMatchObject([{ isControl: true, points: 0 }]);
    shop.nowMs += DAY_MS;
    // Of those who were met all but eight come, of the others eight do.
    for (const member of members.filter((one) => !isKept(one)).slice(8)) sell(shop, { member, products: [tea] });
    for (const member of kept.slice(0, 8)) sell(shop, { member, products: [tea] });
    const found = automationById.get(shop.store.db, { automationId });
    if (!found) throw new Error('it was put');
    expect(evaluationOf(shop.store, found, shop.nowMs)).toMatchObject({ waiting: 80, treated: { members: 0 } });
    shop.nowMs += 3 * DAY_MS;
    // Too late to count.
    sell(shop, { member: kept[9] ?? null, products: [tea] });
    const evaluation = evaluationOf(shop.store, found, shop.nowMs);
    const [n, m] = [80 - kept.length, kept.length];
    expect(evaluation).toMatchObject({
      waiting: 0,
      treated: { members: n, buyers: n - 8, salesMinor: (n - 8) * 1000 },
      control: { members: m, buyers: 8, salesMinor: 8000 },
      ratio: { told: true, alarm: false },
      buyers: { told: true, estimate: (n - 8) / n - 8 / m },
    });
    expect(automationOf(shop, automationId)).toMatchObject({ treated: n, control: m, treatedThisMonth: n });
    const { automationPk } = found;
    const last = lastMet.all(shop.store.db, { automationPk, limit: 30, offset: 60 });
    expect(last.map(({ memberId }) => memberId)).toEqual(members.slice(0, 20).toReversed());
    expectReplay(shop.store.db);
  });

  it('takes back what comes back and what is voided', () => {
    const shop = aStore();
    const automationId = putAutomation(shop, { measuredDays: 3 });
    const tea = aProduct(shop);
    const [back, voided] = [aMember(shop, born(3, 15)), aMember(shop, born(3, 15))];
    theNight(shop);
    const sold = sell(shop, { member: back, products: [tea] });
    must(tryVoiding(shop, sell(shop, { member: voided, products: [tea] })));
    shop.nowMs += 20 * DAY_MS;
    takeBack(shop, sold, [{ lineNo: 1, quantityThousandths: 1000 }]);
    const found = automationById.get(shop.store.db, { automationId });
    expect(found && evaluationOf(shop.store, found, shop.nowMs).treated).toEqual({
      members: 2,
      buyers: 1,
      salesMinor: 0,
    });
    expectReplay(shop.store.db);
  });
});

describe('the preview of an automation', () => {
  it('counts who is due now and in thirty days, and who of them would be kept out', async () => {
    const shop = aStore();
    const automationId = shop.ids<'automation'>();
    const members = [born(3, 14), born(3, 15), born(3, 20), born(4, 30)].map((facts) => aMember(shop, facts));
    const seen = await preview(shop, automationId, { controlBp: 10_000 });
    expect(seen).toMatchObject({ now: 2, keptOut: 2, soon: 1 });
    expect(seen.first.map(({ memberId }) => memberId)).toEqual(members.slice(0, 3));
    expect((await preview(shop, automationId, { occasion: { kind: 'tier-change', direction: 'up' } })).soon).toBeNull();
  });

  it('counts a member who rests once, however often the member buys', async () => {
    const shop = aStore();
    const [tea, member] = [aProduct(shop), aMember(shop)];
    for (let times = 0; times < 3; times += 1) sell(shop, { member, products: [tea] });
    const occasion = { kind: 'after-purchase' as const, days: 3, categoryId: null };
    const asked = async (restDays: number) =>
      (await preview(shop, shop.ids<'automation'>(), { occasion, restDays })).soon;
    expect([await asked(0), await asked(7)]).toEqual([3, 1]);
  });

  it('leaves out whom the automation has met', async () => {
    const shop = aStore();
    const automationId = putAutomation(shop);
    aMember(shop, born(3, 15));
    expect((await preview(shop, automationId, {})).now).toBe(1);
    theNight(shop);
    expect((await preview(shop, automationId, {})).now).toBe(0);
  });
});

describe('writing an automation', () => {
  it('refuses what makes no sense or names what cannot be used', () => {
    const shop = aStore();
    expect(reasonOf(trySavingAutomation(shop, { points: 0 }))).toBe('automation-makes-no-sense');
    const notice = aTemplate(shop, { purpose: 'service' });
    expect(reasonOf(trySavingAutomation(shop, { templateId: notice }))).toBe('automation-template-unfit');
    const kindId = putCouponKind(shop);
    must(setCouponKindState(writingIn(shop), { kindId, basedOn: 2, state: 'stopped' }));
    expect(reasonOf(trySavingAutomation(shop, { couponKindId: kindId }))).toBe('automation-coupon-unfit');
    const audienceId = putAudience(shop);
    must(tryRemovingAudience(shop, audienceId));
    expect(reasonOf(trySavingAutomation(shop, { audienceId }))).toBe('automation-audience-removed');
    expect(rowsOf(shop.store.db, 'automation')).toEqual([]);
  });

  it('keeps its audience from being removed, until it is removed itself', () => {
    const shop = aStore();
    const audienceId = putAudience(shop);
    const automationId = putAutomation(shop, { name: '老客礼', audienceId });
    expect(tryRemovingAudience(shop, audienceId)).toMatchObject({
      reason: 'audience-in-use',
      details: { names: '老客礼' },
    });
    must(trySettingAutomation(shop, automationId, 'removed'));
    must(tryRemovingAudience(shop, audienceId));
  });

  it('writes nothing for the same terms again, and nothing over a change of somebody else', () => {
    const shop = aStore();
    const automationId = shop.ids<'automation'>();
    must(trySavingAutomation(shop, {}, { automationId }));
    must(trySavingAutomation(shop, {}, { automationId }));
    expect(automationOf(shop, automationId)).toMatchObject({ version: 1, state: 'paused' });
    must(trySavingAutomation(shop, { points: 60 }, { automationId, basedOn: 1 }));
    expect(reasonOf(trySavingAutomation(shop, { points: 70 }, { automationId, basedOn: 1 }))).toBe(
      'automation-changed',
    );
  });

  it('keeps what it answers and the share that is kept out once it has met somebody', () => {
    const shop = aStore();
    const automationId = putAutomation(shop);
    aMember(shop, born(3, 15));
    theNight(shop);
    const at = { automationId, basedOn: 2 };
    expect(reasonOf(trySavingAutomation(shop, { controlBp: 1000 }, at))).toBe('automation-begun');
    must(trySavingAutomation(shop, { points: 60 }, at));
    expect(automationOf(shop, automationId)).toMatchObject({ state: 'live', terms: { points: 60 } });
  });

  it('removes one and brings it back paused; a last day that is over does not begin', () => {
    const shop = aStore();
    const automationId = putAutomation(shop);
    const removed = must(trySettingAutomation(shop, automationId, 'removed'));
    expect(() => automationOf(shop, automationId)).toThrow('automation-unknown');
    must(trySettingAutomation(shop, automationId, 'paused', removed.version));
    must(trySavingAutomation(shop, { until: '2026-03-01' }, { automationId, basedOn: 4 }));
    expect(reasonOf(trySettingAutomation(shop, automationId, 'live'))).toBe('automation-over');
    expectReplay(shop.store.db);
  });

  it('sends marketing alone, also where its template became a notice since', () => {
    const shop = aStore();
    const templateId = aTemplate(shop);
    putAutomation(shop, { templateId });
    const content = { name: '通知', purpose: 'service' as const, channel: 'sms' as const, language: 'zh-CN' as const };
    const words = { ...content, subject: null, text: '您好' };
    must(saveTemplate(shop.store, { templateId, basedOn: 1, content: words }, shop.managerId, shop.nowMs, shop.ids));
    aReachable(shop, born(3, 15));
    theNight(shop);
    expect(outboxOf(shop)).toMatchObject([{ purpose: 'marketing' }]);
  });
});
