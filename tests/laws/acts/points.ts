import * as fc from 'fast-check';
import { perform } from '../../../db/changes/act.ts';
import { adjustPoints } from '../../../electron/features/points/adjust-points.ts';
import { redeemPoints } from '../../../electron/features/points/redeem-points.ts';
import { FIRST_PROGRAMME, type Programme } from '../../../shared/points/programme.ts';
import { NO_LADDER, TIER_BASES } from '../../../shared/tiers/ladder.ts';
import { aDebt, openingLot } from '../../fixtures/a-lot.ts';
import { DAY_MS } from '../../fixtures/shop.ts';
import { act, done, nat, pick } from './act.ts';

export const redeem = act(
  'redeem',
  fc.record({ who: nat, points: fc.integer({ min: 1, max: 900 }) }),
  ({ shop, members }, it) => {
    const memberId = pick(members, it.who);
    if (!memberId) return done;
    const command = { redemptionId: shop.ids<'redemption'>(), memberId, points: it.points, reward: 'a mug' };
    const run = (of = command) => redeemPoints(shop.store, of, shop.clerkId, shop.nowMs, shop.ids);
    return {
      outcome: run(),
      again: run,
      altered: [() => run({ ...command, points: it.points + 1 }), () => run({ ...command, reward: 'a hat' })],
    };
  },
);

export const adjust = act(
  'adjust',
  fc.record({
    who: nat,
    points: fc.integer({ min: -300, max: 300 }).filter((points) => points !== 0),
    mayDo: fc.boolean(),
  }),
  ({ shop, members }, { who, points, mayDo }) => {
    const memberId = pick(members, who);
    if (!memberId) return done;
    const command = { adjustmentId: shop.ids<'adjustment'>(), memberId, points, reason: 'a complaint' };
    const by = { staffId: shop.clerkId, approvedById: mayDo ? shop.managerId : null };
    const run = (of = command) => adjustPoints(shop.store, of, by, shop.nowMs, shop.ids);
    return { outcome: run(), again: run, altered: [() => run({ ...command, points: points * 2 })] };
  },
);

export const grantLot = act(
  'grant a lot',
  fc.record({
    who: nat,
    points: fc.integer({ min: 1, max: 2000 }),
    pendingDays: fc.nat(3),
    days: fc.option(fc.integer({ min: 4, max: 60 })),
  }),
  ({ shop, members }, { who, points, pendingDays, days }) => {
    const memberId = pick(members, who);
    if (!memberId) return done;
    const terms = {
      points,
      availableAtMs: shop.nowMs + pendingDays * DAY_MS,
      expiresAtMs: days === null ? null : shop.nowMs + days * DAY_MS,
    };
    perform(shop.store.db, shop.nowMs, ({ record }) => record('points-entry', openingLot(shop, memberId, terms)));
    return done;
  },
);

export const owe = act(
  'owe',
  fc.record({ who: nat, points: fc.integer({ min: 1, max: 300 }) }),
  ({ shop, members }, { who, points }) => {
    const memberId = pick(members, who);
    if (!memberId) return done;
    perform(shop.store.db, shop.nowMs, ({ record }) => {
      const lot = openingLot(shop, memberId, { points: 1 });
      record('points-entry', lot);
      record('points-entry', aDebt(shop, memberId, lot.lotId, points));
    });
    return done;
  },
);

const anyExpiry: fc.Arbitrary<Programme['expiry']> = fc.oneof(
  fc.constant({ kind: 'never' } as const),
  fc.record({ kind: fc.constant('months-after-earning' as const), months: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('end-of-month' as const), months: fc.nat(2) }),
  fc.record({ kind: fc.constant('end-of-quarter' as const), quarters: fc.nat(1) }),
  fc.record({ kind: fc.constant('end-of-year' as const), years: fc.nat(1) }),
  fc.record({
    kind: fc.constant('fixed-date' as const),
    lastDate: fc.constantFrom('2026-03-14', '2026-03-15', '2026-12-31'),
  }),
);

const anyLadder = fc.record({
  basis: fc.constantFrom(...TIER_BASES),
  window: fc.constantFrom(
    { kind: 'rolling' as const, months: 1 },
    { kind: 'calendar-year' as const },
    { kind: 'since-enrolment' as const },
  ),
  graceDays: fc.nat(2),
  names: fc.constant(NO_LADDER.names),
  thresholds: fc.constantFrom(
    NO_LADDER.thresholds,
    { silver: 2, gold: 3, platinum: null },
    { silver: 1000, gold: null, platinum: 30_000 },
  ),
  birthdayPoints: fc.constantFrom(NO_LADDER.birthdayPoints, { member: 5, silver: 10, gold: 20, platinum: 50 }),
});

export const changeProgramme = act(
  'change the programme',
  fc.record({
    rounding: fc.constantFrom('down', 'half-up', 'up'),
    points: fc.nat(5),
    base: fc.constantFrom('gross', 'net'),
    pointsPaidEarns: fc.boolean(),
    pendingDays: fc.nat(3),
    gold: fc.constantFrom(0, 100, 150),
    expiry: anyExpiry,
    tendersWithoutEarning: fc.subarray(['cash', 'gift-card', 'wechat-pay']),
    worth: fc.constantFrom(
      FIRST_PROGRAMME.redeem,
      { stepPoints: 1, stepMinor: 100, maxPercentOfBasket: 100 },
      { stepPoints: 7, stepMinor: 3, maxPercentOfBasket: 50 },
    ),
    rate: fc.option(fc.record({ what: nat, percent: fc.constantFrom(0, 50, 300) })),
    ladder: anyLadder,
  } as const),
  (day, { gold, expiry, worth, rate, ladder, ...earn }) => {
    const { shop } = day;
    day.programmeVersion += 1;
    const version = day.programmeVersion;
    const programme: Programme = {
      ...FIRST_PROGRAMME,
      version,
      expiry,
      redeem: worth,
      tiers: ladder,
      earn: {
        ...FIRST_PROGRAMME.earn,
        ...earn,
        productPercent: rate ? { [pick(day.products, rate.what) ?? '']: rate.percent } : {},
        tierPercent: { ...FIRST_PROGRAMME.earn.tierPercent, gold },
      },
    };
    perform(shop.store.db, shop.nowMs, ({ record }) =>
      record('programme', { id: shop.ids<'programme'>(), owner: shop.store.facts.storeId, version, programme }),
    );
    return done;
  },
);
