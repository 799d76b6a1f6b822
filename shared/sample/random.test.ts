import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom, weighted, xoshiro128 } from './random.ts';

const first20 = (seed: number) => {
  const random = makeRandom(seed);
  return Array.from({ length: 20 }, () => random.uint32());
};

describe('the seeded generator', () => {
  it('is xoshiro128** (first outputs of the reference implementation from the state 1, 2, 3, 4)', () => {
    const next = xoshiro128(1, 2, 3, 4);
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('gives the same numbers for the same seed and others for another', () => {
    expect(first20(7)).toEqual(first20(7));
    expect(first20(7)).not.toEqual(first20(8));
  });

  it('forks by label alone, whatever was drawn before', () => {
    const [a, b] = [makeRandom(7), makeRandom(7)];
    a.uint32();
    expect(a.fork(3).uint32()).toBe(b.fork(3).uint32());
    expect(a.fork(3).uint32()).not.toBe(a.fork(4).uint32());
    expect(a.fork(3).uint32()).not.toBe(makeRandom(8).fork(3).uint32());
  });

  it('draws units below 1 and integers within their bounds, for any seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(20), (seed, min, span) => {
        const random = makeRandom(seed);
        const unit = random.unit();
        expect(unit >= 0 && unit < 1).toBe(true);
        const integer = random.integer(min, min + span);
        expect(Number.isInteger(integer) && integer >= min && integer <= min + span).toBe(true);
      }),
    );
  });

  it('spreads integers evenly', () => {
    const random = makeRandom(1);
    const counts = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 60_000; i++) counts[random.integer(0, 5)]! += 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});

it('picks by weight, and never what weighs nothing', () => {
  const random = makeRandom(1);
  const pick = weighted([
    ['rare', 1],
    ['never', 0],
    ['common', 3],
  ]);
  const counts = { rare: 0, never: 0, common: 0 };
  for (let i = 0; i < 40_000; i++) counts[pick(random) as keyof typeof counts] += 1;
  expect(counts.never).toBe(0);
  expect(Math.abs(counts.rare - 10_000)).toBeLessThan(400);
});

it('refuses to pick from nothing', () => {
  expect(() => makeRandom(1).pick([])).toThrow(RangeError);
  expect(() => weighted([['nothing', 0]])).toThrow(RangeError);
});
