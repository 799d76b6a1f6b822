import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideHalfUp, mulDivHalfUp } from './round.ts';

/** Rounds a × b ÷ c half away from zero by comparing distances, in another way than the code does. */
function reference(a: number, b: number, c: number): number {
  const [top, bottom] = [BigInt(a) * BigInt(b), BigInt(c)];
  const truncated = top / bottom;
  const remainder = top % bottom;
  const away = top < 0n === bottom < 0n ? 1n : -1n;
  const twice = (remainder < 0n ? -remainder : remainder) * 2n;
  return Number(twice >= (bottom < 0n ? -bottom : bottom) ? truncated + away : truncated);
}

const anyInteger = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.integer(), fc.maxSafeInteger());
const divisor = anyInteger.filter((c) => c !== 0);

describe('a × b ÷ c', () => {
  it('is what arbitrary precision says, half away from zero', () => {
    fc.assert(
      fc.property(
        anyInteger,
        anyInteger,
        divisor,
        (a, b, c) => void expect(mulDivHalfUp(a, b, c)).toBe(reference(a, b, c) || 0),
      ),
      { numRuns: 2000 },
    );
  });

  it('is exact just around a half, where a float division would slip', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 25 }),
        fc.integer({ min: 1, max: 2 ** 24 }),
        fc.integer({ min: -1, max: 1 }),
        (c, k, off) => {
          const product = k * c + Math.floor(c / 2) + off;
          expect(mulDivHalfUp(product, 1, c)).toBe(reference(product, 1, c) || 0);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    [5, 1, 2, 3],
    [-5, 1, 2, -3],
    [5, 1, -2, -3],
    [1234, 1500, 1000, 1851],
    [0, -7, 3, 0],
  ])('%s × %s ÷ %s is %s', (a, b, c, result) => expect(mulDivHalfUp(a, b, c)).toBe(result));

  it('agrees with the division of big integers', () => {
    fc.assert(
      fc.property(
        anyInteger,
        divisor,
        (a, c) => void expect(divideHalfUp(BigInt(a), BigInt(c))).toBe(reference(a, 1, c) || 0),
      ),
    );
  });
});
