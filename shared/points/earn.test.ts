import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TIERS } from '../members/profile.ts';
import { type EarningLine, earnedPoints } from './earn.ts';
import { FIRST_PROGRAMME } from './programme.ts';

type Earn = (typeof FIRST_PROGRAMME)['earn'];

const percent = fc.constantFrom(0, 33, 100, 150, 1000);
const earn: fc.Arbitrary<Earn> = fc.record({
  points: fc.integer({ min: 0, max: 20 }),
  perMinor: fc.integer({ min: 1, max: 1000 }),
  base: fc.constantFrom('gross', 'net'),
  pointsPaidEarns: fc.boolean(),
  tendersWithoutEarning: fc.constant([]),
  rounding: fc.constantFrom('down', 'half-up', 'up'),
  categoryPercent: fc.dictionary(fc.constantFrom('c1', 'c2'), percent),
  productPercent: fc.dictionary(fc.constantFrom('p1', 'p2'), percent),
  tierPercent: fc.record({ member: percent, silver: percent, gold: percent, platinum: percent }),
  pendingDays: fc.constant(0),
});
const line: fc.Arbitrary<EarningLine> = fc.record({
  productId: fc.option(fc.constantFrom('p1', 'p2', 'p3')),
  categoryId: fc.option(fc.constantFrom('c1', 'c2', 'c3')),
  grossMinor: fc.integer({ min: 0, max: 1_000_000 }),
  netMinor: fc.integer({ min: 0, max: 1_000_000 }),
});
const lines = fc.array(line, { minLength: 1, maxLength: 12 });
const tier = fc.constantFrom(...TIERS);
const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);

const rateOf = (of: Earn, one: EarningLine) =>
  of.productPercent[one.productId ?? ''] ?? of.categoryPercent[one.categoryId ?? ''] ?? 100;
const baseOf = (of: Earn, one: EarningLine) => (of.base === 'gross' ? one.grossMinor : one.netMinor);

describe('points earned', () => {
  it('are the exact amount of the whole basket, rounded once', () => {
    fc.assert(
      fc.property(earn, lines, tier, (of, basket, at) => {
        const top =
          basket.reduce((all, one) => all + BigInt(baseOf(of, one) * rateOf(of, one)), 0n) *
          BigInt(of.points * of.tierPercent[at]);
        const bottom = BigInt(of.perMinor) * 10_000n;
        const rounded = {
          down: top / bottom,
          up: (top + bottom - 1n) / bottom,
          'half-up': (top * 2n + bottom) / (bottom * 2n),
        };
        expect(sum(earnedPoints(of, basket, 0, at))).toBe(Number(rounded[of.rounding]));
      }),
    );
  });

  it('are whole and not negative, line by line, and none where a rate excludes', () => {
    fc.assert(
      fc.property(earn, lines, fc.nat(2_000_000), tier, (of, basket, excluded, at) => {
        for (const [index, points] of earnedPoints(of, basket, excluded, at).entries()) {
          expect(Number.isSafeInteger(points) && points >= 0).toBe(true);
          expect(points > 0 && rateOf(of, basket[index] as EarningLine) === 0).toBe(false);
        }
      }),
    );
  });

  it('do not grow with what earns nothing, and are none when nothing else was paid', () => {
    fc.assert(
      fc.property(earn, lines, fc.nat(1_000_000), tier, (of, basket, excluded, at) => {
        const whole = sum(basket.map((one) => baseOf(of, one)));
        const earned = sum(earnedPoints({ ...of, categoryPercent: {}, productPercent: {} }, basket, excluded, at));
        expect(earned).toBeLessThanOrEqual(
          sum(earnedPoints({ ...of, categoryPercent: {}, productPercent: {} }, basket, 0, at)),
        );
        expect(sum(earnedPoints(of, basket, whole + excluded, at))).toBe(0);
      }),
    );
  });

  it('trap 1: gift cards earn nothing, and what points pay earns only where the programme says so', () => {
    const basket = [{ productId: null, categoryId: null, grossMinor: 1200, netMinor: 1000 }];
    const earned = (of: Partial<Earn>, excluded: number) =>
      earnedPoints({ ...FIRST_PROGRAMME.earn, ...of }, basket, excluded, 'member');
    expect(earned({}, 0)).toEqual([10]);
    expect(earned({ base: 'gross' }, 0)).toEqual([12]);
    expect(earned({}, 350)).toEqual([6]);
  });

  it('of an empty basket are none', () => expect(earnedPoints(FIRST_PROGRAMME.earn, [], 0, 'gold')).toEqual([]));
});
