import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from './allocate.ts';

const total = fc.maxSafeInteger();
const weights = fc.array(fc.oneof(fc.nat(20), fc.nat(1_000_000), fc.maxSafeNat()), { minLength: 1, maxLength: 40 });
const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + BigInt(part), 0n);

describe('an allocation', () => {
  it('sums exactly to the total, of whatever sign', () => {
    fc.assert(fc.property(total, weights, (t, w) => void expect(sum(allocate(t, w))).toBe(BigInt(t))));
  });

  it('gives each line its exact share, rounded down or up to the next unit', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), weights, (t, w) => {
        const all = sum(w);
        fc.pre(all > 0n);
        for (const [index, part] of allocate(t, w).entries()) {
          const exact = BigInt(t) * BigInt(w[index] ?? 0);
          expect(BigInt(part) >= exact / all && BigInt(part) <= (exact + all - 1n) / all).toBe(true);
        }
      }),
    );
  });

  it('gives small sums as exactly as large ones', () => {
    const small = fc.array(fc.nat(3000), { minLength: 1, maxLength: 12 });
    // Scaled this far, the same shares are reckoned with long integers.
    fc.assert(
      fc.property(fc.nat(100_000), small, (t, w) => {
        const large = w.map((one) => one * 2 ** 38);
        expect(allocate(t, large)).toEqual(allocate(t, w));
      }),
      { numRuns: 300 },
    );
  });

  it('mirrors itself below zero, and never yields a negative zero', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), weights, (t, w) => {
        const mirrored = allocate(-t, w);
        expect(mirrored.map((part) => -part || 0)).toEqual(allocate(t, w));
        expect(mirrored.some((part) => Object.is(part, -0))).toBe(false);
      }),
    );
  });

  it('depends on the ratio of the weights, not on their scale', () => {
    const small = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        total,
        small,
        fc.integer({ min: 1, max: 1_000_000 }),
        (t, w, scale) =>
          void expect(
            allocate(
              t,
              w.map((one) => one * scale),
            ),
          ).toEqual(allocate(t, w)),
      ),
    );
  });

  it('favours earlier lines where remainders tie', () => {
    expect(allocate(2, [1, 1, 1])).toEqual([1, 1, 0]);
    expect(allocate(-2, [1, 1, 1])).toEqual([-1, -1, 0]);
    fc.assert(
      fc.property(total, fc.integer({ min: 1, max: 30 }), (t, n) => {
        const parts = allocate(t, Array<number>(n).fill(7)).map(Math.abs);
        expect(parts).toEqual(parts.toSorted((a, b) => b - a));
      }),
    );
  });

  it('gives all to the first line where nothing weighs anything', () => expect(allocate(7, [0, 0])).toEqual([7, 0]));

  it.each([
    [1, []],
    [1.5, [1]],
    [Number.NaN, [1]],
    [2 ** 53, [1]],
    [1, [-1]],
    [1, [0.5]],
    [1, [Number.POSITIVE_INFINITY]],
  ])('refuses %s over %j', (t, w) => expect(() => allocate(t, w)).toThrow(RangeError));
});
