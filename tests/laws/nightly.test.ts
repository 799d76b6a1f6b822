import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberById } from '../../db/members/members.queries.ts';
import { nights } from '../../db/nightly/nightly.queries.ts';
import { memberTimeline } from '../../electron/features/members/member-timeline.ts';
import { beginAgain, daysInDoubt, runNight } from '../../electron/features/nightly/run-night.ts';
import { pointsLedgerPage } from '../../electron/features/points/ledger-page.ts';
import { pointsOfMember } from '../../electron/features/points/points-of-member.ts';
import { redeemPoints } from '../../electron/features/points/redeem-points.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aLadder } from '../fixtures/a-ladder.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aProgramme } from '../fixtures/a-programme.ts';
import { aStore } from '../fixtures/a-store.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { traceOf } from '../fixtures/rows.ts';
import { saleCommand, sell, tryCommand } from '../fixtures/sell.ts';
import { DAY_MS, openShop, type Shop } from '../fixtures/shop.ts';
import { takeBack } from '../fixtures/take-back.ts';
import { theNight } from '../fixtures/the-night.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';

const GIFTS = { member: 10, silver: 20, gold: 50, platinum: 100 };
const nightsOf = ({ store }: Shop) => nights.all(store.db, { limit: 100 }).toReversed();
const lastOf = (shop: Shop) => nightsOf(shop).at(-1);
const tierOf = ({ store }: Shop, memberId: Id<'member'>) => memberById.get(store.db, { memberId })?.tier;
const ledgerOf = ({ store }: Shop, memberId: Id<'member'>) =>
  pointsLedgerPage(store, { memberId, before: null, limit: 50 })?.acts ?? [];
const reasonsOf = ({ store }: Shop, memberId: Id<'member'>) =>
  (memberTimeline(store, { memberId, before: null, limit: 50 })?.events ?? []).flatMap((event) =>
    event.kind === 'tier' ? [event.change.reason] : [],
  );
const born = (month: number, day: number, lunar = false, leapMonth = false) => ({
  birthday: { calendar: lunar ? ('lunar' as const) : ('solar' as const), month, day, year: null, leapMonth },
});
/** Noon of a date in Shanghai. */
const noonOf = (date: string) => Date.parse(`${date}T04:00:00Z`);

const goods = (shop: Shop, priceMinor: number) => aProduct(shop, { priceMinor });
const shopWithGifts = (date: string) => {
  const shop = aStore({ nowMs: noonOf(date) });
  aProgramme(shop, { tiers: aLadder({ birthdayPoints: GIFTS }) });
  return shop;
};
const giftsOf = (shop: Shop, member: Id<'member'>) =>
  ledgerOf(shop, member)
    .filter(({ kind }) => kind === 'gift')
    .map(({ changePoints }) => changePoints);

describe('points in the night', () => {
  it('trap 7: points expire at midnight in the store’s zone, are unspendable one second after, and are booked once', () => {
    const shop = aStore();
    const midnight = Date.UTC(2026, 2, 16, 16);
    const member = aMember(shop, { lots: [{ points: 100, expiresAtMs: midnight }] });
    const command = saleCommand(shop, { member, products: [aProduct(shop)], redeem: 100 });
    shop.nowMs = midnight + 1000;
    expect(reasonOf(tryCommand(shop, command))).toBe('insufficient-points');
    theNight(shop);
    expect(ledgerOf(shop, member).some(({ kind }) => kind === 'expire')).toBe(false);
    // The business day ends at four.
    shop.nowMs = midnight + 5 * 3_600_000;
    theNight(shop);
    theNight(shop);
    expect(pointsOfMember(shop.store, member, shop.nowMs)?.balance).toMatchObject({
      availablePoints: 0,
      balancePoints: 0,
    });
    expect(ledgerOf(shop, member).filter(({ kind }) => kind === 'expire')).toHaveLength(1);
    expect(lastOf(shop)?.counts).toMatchObject({ lotsExpired: 1, pointsExpired: 100 });
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('are released by the day: those that waited are counted', () => {
    const shop = aStore();
    aProgramme(shop, { earn: { pendingDays: 1 } });
    theNight(shop);
    const member = aMember(shop);
    sell(shop, { member, products: [aProduct(shop)] });
    expect(pointsOfMember(shop.store, member, shop.nowMs)?.balance).toMatchObject({
      availablePoints: 0,
      pendingPoints: 10,
    });
    shop.nowMs += DAY_MS;
    theNight(shop);
    expect(lastOf(shop)?.counts.pointsReleased).toBe(10);
    beginAgain(shop.store, shop.nowMs);
    theNight(shop);
    expect(lastOf(shop)?.counts.pointsReleased).toBe(10);
    expect(pointsOfMember(shop.store, member, shop.nowMs)?.balance.availablePoints).toBe(10);
  });

  it('that come back to a lot that is over are booked the night after', () => {
    const shop = aStore();
    const members = Array.from({ length: 30 }, (_, index) =>
      aMember(shop, { lots: Array.from({ length: 40 }, () => ({ points: index + 1, expiresAtMs: shop.nowMs + 1 })) }),
    );
    shop.nowMs += DAY_MS;
    expect(theNight(shop)).toBeGreaterThan(4);
    expect(lastOf(shop)?.counts).toMatchObject({ lotsExpired: 1200, failed: 0 });
    for (const member of members) expect(pointsOfMember(shop.store, member, shop.nowMs)?.balance.balancePoints).toBe(0);
    expectLaws(shop.store.db);
  });
});

describe('tiers in the night', () => {
  it('are lost when the window is over, and kept where enough was bought', () => {
    const shop = aStore();
    aProgramme(shop, { tiers: aLadder({ window: { kind: 'calendar-year' } }), expiry: { kind: 'never' } });
    const [faithful, gone] = [aMember(shop), aMember(shop)];
    for (const member of [faithful, gone]) sell(shop, { member, products: [goods(shop, 100_000)] });
    shop.nowMs = noonOf('2026-12-31');
    theNight(shop);
    shop.nowMs = noonOf('2027-01-01');
    theNight(shop);
    expect([tierOf(shop, faithful), tierOf(shop, gone)]).toEqual(['silver', 'silver']);
    shop.nowMs = noonOf('2027-03-01');
    sell(shop, { member: faithful, products: [goods(shop, 100_000)] });
    theNight(shop);
    shop.nowMs = noonOf('2027-12-31');
    beginAgain(shop.store, shop.nowMs);
    for (const date of ['2027-04-30', '2027-06-30', '2027-08-30', '2027-10-30', '2027-12-30', '2028-01-01']) {
      shop.nowMs = noonOf(date);
      theNight(shop);
    }
    expect([tierOf(shop, faithful), tierOf(shop, gone)]).toEqual(['silver', 'member']);
    expect(reasonsOf(shop, gone)).toEqual(['missed', 'kept', 'reached']);
    expect(reasonsOf(shop, faithful)).toEqual(['kept', 'kept', 'reached']);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('trap 11: a tier’s drop is computed before points are reset', () => {
    const shop = aStore();
    aProgramme(shop, {
      tiers: aLadder({
        basis: 'points-earned',
        window: { kind: 'rolling', months: 1 },
        thresholds: { silver: 1000, gold: null, platinum: null },
      }),
      expiry: { kind: 'months-after-earning', months: 1 },
    });
    const [falls, stays] = [aMember(shop), aMember(shop)];
    theNight(shop);
    for (const member of [falls, stays]) sell(shop, { member, products: [goods(shop, 100_000)] });
    shop.nowMs = noonOf('2026-04-14');
    sell(shop, { member: stays, products: [goods(shop, 50_000)] });
    shop.nowMs = noonOf('2026-04-15');
    theNight(shop);
    // The window ran from 15 March to 14 April; that day's points ended with 15 April.
    expect([tierOf(shop, falls), tierOf(shop, stays)]).toEqual(['silver', 'silver']);
    shop.nowMs = noonOf('2026-05-16');
    theNight(shop);
    expect([tierOf(shop, falls), tierOf(shop, stays)]).toEqual(['member', 'member']);
    for (const member of [falls, stays]) {
      const events = memberTimeline(shop.store, { memberId: member, before: null, limit: 50 })?.events ?? [];
      const kept = events.find((event) => event.kind === 'tier' && event.change.reason === 'kept');
      // What ended took nothing from what had been earned.
      expect(kept?.kind === 'tier' && kept.change.basisValue).toBe(member === stays ? 1500 : 1000);
      expect(events.filter((event) => event.kind === 'points' && event.act.kind === 'expire').length).toBeGreaterThan(
        0,
      );
    }
    expectLaws(shop.store.db);
  });

  it('are reached by purchases that no till has counted, once the rules say so', () => {
    const shop = aStore();
    const member = aMember(shop);
    sell(shop, { member, products: [goods(shop, 600_000)] });
    theNight(shop);
    expect(tierOf(shop, member)).toBe('member');
    aProgramme(shop, { tiers: aLadder() });
    shop.nowMs += DAY_MS;
    theNight(shop);
    expect(tierOf(shop, member)).toBe('gold');
    expect(reasonsOf(shop, member)).toEqual(['counted']);
    expect(lastOf(shop)?.counts.rose).toBe(1);
  });

  it('that were given by hand get a window first, and are told once', () => {
    const shop = aStore();
    aProgramme(shop, { tiers: aLadder() });
    const [gold, platinum] = [aMember(shop, { tier: 'gold' }), aMember(shop, { tier: 'platinum' })];
    theNight(shop);
    shop.nowMs += DAY_MS;
    theNight(shop);
    expect(tierOf(shop, gold)).toBe('gold');
    expect(reasonsOf(shop, gold)).toEqual(['taken-over']);
    // Nobody reaches platinum by buying, and nobody loses it.
    expect(reasonsOf(shop, platinum)).toEqual([]);
    expectReplay(shop.store.db);
  });
});

describe('birthday gifts', () => {
  it('are given by the tier of the day, once a year, to whoever is active', () => {
    const shop = shopWithGifts('2026-03-15');
    const today = born(3, 15);
    const [plain, gold] = [aMember(shop, today), aMember(shop, { ...today, tier: 'gold' })];
    const others = [aMember(shop, { ...today, status: 'suspended' }), aMember(shop, born(3, 16)), aMember(shop)];
    theNight(shop);
    beginAgain(shop.store, shop.nowMs);
    theNight(shop);
    expect([plain, gold, ...others].map((member) => giftsOf(shop, member))).toEqual([[10], [50], [], [], []]);
    expect(lastOf(shop)?.counts).toMatchObject({ gifts: 2, giftPoints: 60, failed: 0 });
    shop.nowMs = noonOf('2027-03-15');
    theNight(shop);
    expect(giftsOf(shop, plain)).toEqual([10, 10]);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it.each([
    ['29 February in a common year', born(2, 29), '2026-02-28', [10]],
    ['29 February in a leap year', born(2, 29), '2028-02-28', []],
    ['29 February on its day', born(2, 29), '2028-02-29', [10]],
    ['the lunar new year', born(1, 1, true), '2026-02-17', [10]],
    ['a leap sixth month in a year that has it', born(6, 1, true, true), '2025-07-25', [10]],
    ['a leap sixth month in a year that lacks it', born(6, 1, true, true), '2026-07-14', [10]],
    ['an ordinary sixth month is not in the leap one', born(6, 1, true), '2025-07-25', []],
  ])('trap 16: follow the stated rule: %s', (_, birthday, date, gifts) => {
    const shop = shopWithGifts(date);
    const member = aMember(shop, birthday);
    theNight(shop);
    expect(giftsOf(shop, member)).toEqual(gifts);
  });

  it('repay a debt first', () => {
    const shop = shopWithGifts('2026-03-14');
    const member = aMember(shop, born(3, 15));
    const dear = sell(shop, { member, products: [aProduct(shop, { priceMinor: 800 })] });
    const mug = { redemptionId: shop.ids<'redemption'>(), memberId: member, points: 8, reward: 'a mug' };
    must(redeemPoints(shop.store, mug, shop.clerkId, shop.nowMs, shop.ids));
    takeBack(shop, dear, [{ lineNo: 1, quantityThousandths: 1000 }]);
    expect(pointsOfMember(shop.store, member, shop.nowMs)?.balance.debtPoints).toBe(8);
    shop.nowMs += DAY_MS;
    theNight(shop);
    expect(pointsOfMember(shop.store, member, shop.nowMs)?.balance).toMatchObject({
      availablePoints: 2,
      debtPoints: 0,
    });
    expectLaws(shop.store.db);
  });
});

/** A shop in whose next night a dozen members have something coming. */
function shopWithMuchToDo() {
  const shop = aStore();
  aProgramme(shop, { tiers: aLadder({ birthdayPoints: GIFTS }) });
  const members = Array.from({ length: 12 }, (_, index) =>
    aMember(shop, {
      ...born(3, 16),
      ...(index % 3 === 0 ? { tier: 'gold' as const } : {}),
      lots: [{ points: 10 + index, expiresAtMs: shop.nowMs + 1 }],
    }),
  );
  shop.nowMs += DAY_MS;
  return { shop, members };
}

describe('a night', () => {
  it('is run once for its business date, and days that were missed one by one', () => {
    const shop = aStore();
    theNight(shop);
    const after = traceOf(shop.store.db);
    expect(theNight(shop)).toBe(0);
    expect(traceOf(shop.store.db)).toEqual(after);
    shop.nowMs += 3 * DAY_MS;
    theNight(shop);
    expect(nightsOf(shop).map(({ date }) => date)).toEqual(['2026-03-15', '2026-03-16', '2026-03-17', '2026-03-18']);
    expect(nightsOf(shop).every(({ endedAtMs }) => endedAtMs !== null)).toBe(true);
  });

  it('trap 17: never runs backwards when the clock was set back', () => {
    const shop = aStore();
    theNight(shop);
    shop.nowMs -= 2 * DAY_MS;
    expect(theNight(shop)).toBe(0);
    shop.nowMs += 3 * DAY_MS;
    theNight(shop);
    expect(nightsOf(shop).map(({ date }) => date)).toEqual(['2026-03-15', '2026-03-16']);
  });

  it('waits for somebody to look at the date when so many days were missed that the clock may be wrong', () => {
    const shop = aStore();
    theNight(shop);
    shop.nowMs += 62 * DAY_MS;
    expect(daysInDoubt(shop.store, shop.nowMs)).toBe(0);
    shop.nowMs += DAY_MS;
    expect(daysInDoubt(shop.store, shop.nowMs)).toBe(63);
  });

  it('goes on after a kill with the chunk that was not committed, wherever it ended, and comes to the same', () => {
    fc.assert(
      fc.property(fc.nat(7), (chunks) => {
        const { shop, members } = shopWithMuchToDo();
        for (let done = 0; done < chunks; done += 1) runNight(shop.store, () => shop.nowMs, shop.ids);
        shop.store.db.close();
        const again = openShop(shop.file, shop.nowMs);
        theNight(again);
        expect(lastOf(again)?.counts).toMatchObject({ lotsExpired: 12, gifts: 12, takenOver: 4, failed: 0 });
        for (const [index, member] of members.entries())
          expect(memberById.get(again.store.db, { memberId: member })?.balancePoints).toBe(index % 3 === 0 ? 50 : 10);
        expectLaws(again.store.db);
        again.store.db.close();
      }),
      { numRuns: 8 },
    );
  });

  it('goes on with everybody else where one cannot be done, and says whom it failed', () => {
    const shop = aStore();
    aProgramme(shop, { tiers: aLadder({ birthdayPoints: GIFTS }) });
    const [one, other] = [aMember(shop, born(3, 15)), aMember(shop, born(3, 15))];
    shop.store.db.raw.exec(`CREATE TEMP TRIGGER spoilt BEFORE INSERT ON points_entry
      WHEN new.member_pk = (SELECT min(member_pk) FROM member) BEGIN SELECT RAISE(ABORT, 'spoilt'); END`);
    theNight(shop);
    expect(lastOf(shop)?.counts).toMatchObject({ gifts: 1, failed: 1 });
    expect(lastOf(shop)?.failures).toMatchObject([
      { step: 'birthday-gifts', memberId: one, code: 'SQLITE_CONSTRAINT_TRIGGER' },
    ]);
    expect(ledgerOf(shop, other).map(({ kind }) => kind)).toEqual(['gift']);
  });
});
