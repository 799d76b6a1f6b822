import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import type { MemberStatus } from '../members/profile.ts';
import {
  availablePoints,
  decideRedemption,
  type HeldLot,
  isSpendable,
  type LotTake,
  maxRedeemable,
  nextExpiry,
  type PointsAccount,
  pendingPoints,
  spendableAtOnce,
  withheldPoints,
} from './redeem.ts';

const NOW = 1_000_000;
const around = fc.integer({ min: NOW - 50, max: NOW + 50 });
const lots: fc.Arbitrary<HeldLot[]> = fc
  .array(
    fc.record({ heldPoints: fc.nat(500), earnedAtMs: around, availableAtMs: around, expiresAtMs: fc.option(around) }),
    { maxLength: 20 },
  )
  .map((all) =>
    all.map((lot, index) => ({ ...lot, lotId: `lot-${index}` as Id<'lot'>, ownerId: 'member' as Id<'member'> })),
  );
const having = (held: readonly HeldLot[], debtPoints = 0, status: MemberStatus = 'active'): PointsAccount => ({
  status,
  debtPoints,
  lots: held,
});
const decide = (held: readonly HeldLot[], points: number, debtPoints = 0) =>
  decideRedemption(having(held, debtPoints), points, NOW);
const pointsOf = (takes: readonly LotTake[]) => takes.reduce((all, take) => all + take.points, 0);
const expiry = (lot: HeldLot) => lot.expiresAtMs ?? Number.POSITIVE_INFINITY;

describe('a redemption', () => {
  it('takes exactly what was asked, or says what there is', () => {
    fc.assert(
      fc.property(lots, fc.nat(600), fc.integer({ min: 1, max: 3000 }), (held, debt, points) => {
        const available = availablePoints(having(held, debt), NOW);
        const decided = decide(held, points, debt);
        expect(decided.ok).toBe(points <= available);
        expect(decided).toMatchObject(
          decided.ok ? {} : { reason: 'insufficient-points', details: { availablePoints: available } },
        );
        expect(decided.ok ? pointsOf(decided.value) : points).toBe(points);
      }),
    );
  });

  it('takes of each lot once, at most what is held, and nothing that is pending or expired', () => {
    fc.assert(
      fc.property(lots, fc.integer({ min: 1, max: 3000 }), (held, points) => {
        const decided = decide(held, points);
        fc.pre(decided.ok);
        expect(new Set(decided.value.map(({ lotId }) => lotId)).size).toBe(decided.value.length);
        for (const take of decided.value) {
          const lot = held.find(({ lotId }) => lotId === take.lotId) as HeldLot;
          expect(take.points > 0 && take.points <= lot.heldPoints && isSpendable(lot, NOW)).toBe(true);
        }
      }),
    );
  });

  it('empties what expires earlier before it touches what expires later', () => {
    fc.assert(
      fc.property(lots, fc.integer({ min: 1, max: 3000 }), (held, points) => {
        const decided = decide(held, points);
        fc.pre(decided.ok);
        const taken = new Map(decided.value.map((take) => [take.lotId, take.points]));
        const latest = Math.max(...held.filter(({ lotId }) => taken.has(lotId)).map(expiry));
        const leftEarlier = held.filter(
          (lot) => isSpendable(lot, NOW) && expiry(lot) < latest && taken.get(lot.lotId) !== lot.heldPoints,
        );
        expect(leftEarlier).toEqual([]);
      }),
    );
  });

  it('is decided alike in whatever order the lots are read', () => {
    fc.assert(
      fc.property(
        lots,
        fc.integer({ min: 1, max: 1000 }),
        (held, points) => void expect(decide(held.toReversed(), points)).toEqual(decide(held, points)),
      ),
    );
  });

  it('trap 7: takes a lot until the millisecond before it expires, and not at that instant', () => {
    const lot: HeldLot = {
      lotId: 'lot' as Id<'lot'>,
      ownerId: 'member' as Id<'member'>,
      heldPoints: 5,
      earnedAtMs: 0,
      availableAtMs: 0,
      expiresAtMs: NOW,
    };
    expect(decideRedemption(having([lot]), 5, NOW - 1)).toMatchObject({ ok: true });
    expect(decideRedemption(having([lot]), 5, NOW)).toMatchObject({
      reason: 'insufficient-points',
    });
  });

  it.each(['suspended', 'closed', 'erased'] as const)('is refused to a member who is %s', (status) =>
    expect(decideRedemption(having([], 0, status), 1, NOW)).toMatchObject({ reason: 'member-blocked' }),
  );

  it('finds no point both available and pending', () => {
    fc.assert(
      fc.property(lots, (held) => {
        const all = held.reduce((sum, lot) => sum + lot.heldPoints, 0);
        expect(availablePoints(having(held), NOW) + pendingPoints(held, NOW)).toBeLessThanOrEqual(all);
      }),
    );
  });

  it('leaves what the member owes: what can be spent is what the lots hold less the debt, never below nothing', () => {
    fc.assert(
      fc.property(lots, fc.nat(3000), (held, debt) => {
        const spendable = held.reduce((sum, lot) => sum + (isSpendable(lot, NOW) ? lot.heldPoints : 0), 0);
        expect(availablePoints(having(held, debt), NOW)).toBe(Math.max(0, spendable - debt));
        expect(spendableAtOnce(having(held, debt), NOW)).toBe(Math.max(0, spendable - debt));
        const next = nextExpiry(having(held, debt), NOW);
        expect(next?.points ?? 1).toBeGreaterThan(0);
        expect(next?.points ?? 0).toBeLessThanOrEqual(Math.max(0, spendable - debt));
      }),
    );
  });

  it.each(['suspended', 'closed', 'erased'] as const)(
    'finds nothing available to a member who is %s, and says what is withheld',
    (status) => {
      fc.assert(
        fc.property(lots, fc.nat(600), (held, debt) => {
          const account = having(held, debt, status);
          expect([availablePoints(account, NOW), spendableAtOnce(account, NOW)]).toEqual([0, 0]);
          expect(nextExpiry(account, NOW)).toBeNull();
          expect(withheldPoints(account, NOW)).toBe(availablePoints(having(held, debt), NOW));
          expect(withheldPoints(having(held, debt), NOW)).toBe(0);
        }),
      );
    },
  );
});

describe('the most points that a basket takes', () => {
  it('are whole steps, worth no more than the share of the basket, and held', () => {
    const terms = fc.record({
      stepPoints: fc.integer({ min: 1, max: 500 }),
      stepMinor: fc.integer({ min: 1, max: 500 }),
      maxPercentOfBasket: fc.nat(100),
    });
    fc.assert(
      fc.property(terms, fc.integer({ min: -100, max: 1_000_000 }), fc.nat(100_000), (of, netMinor, available) => {
        const most = maxRedeemable(of, netMinor, available);
        expect(most % of.stepPoints).toBe(0);
        expect(most).toBeLessThanOrEqual(available);
        expect((most / of.stepPoints) * of.stepMinor * 100).toBeLessThanOrEqual(
          Math.max(0, netMinor) * of.maxPercentOfBasket,
        );
        const more = most + of.stepPoints;
        expect(
          more <= available && (more / of.stepPoints) * of.stepMinor * 100 <= netMinor * of.maxPercentOfBasket,
        ).toBe(false);
      }),
    );
  });
});
