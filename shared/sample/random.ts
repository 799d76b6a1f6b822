/** A source of random numbers that gives the same ones for the same seed, on any machine. */
export interface Random {
  /** An integer from 0 to 2^32 − 1. */
  uint32(): number;
  /** A number from 0 up to but not 1, with 53 random bits. */
  unit(): number;
  /** An integer from `min` to `max`, both included; each equally likely. */
  integer(min: number, max: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of the items. Throws RangeError on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** A generator of its own, so that what one person draws moves nothing of the next. The same label, the same draws. */
  fork(label: number): Random;
}

/**
 * xoshiro128** 1.1 by Blackman and Vigna, https://prng.di.unimi.it/xoshiro128starstar.c, its state filled from the seed
 * by SplitMix32 (the 32-bit finaliser of MurmurHash3 over a Weyl sequence), as its authors advise. Not for secrets.
 */
export function makeRandom(seed: number): Random {
  const next = splitMix32(seed);
  return over(xoshiro128(next(), next(), next(), next()), seed);
}

function over(uint32: () => number, seed: number): Random {
  const unit = () => ((uint32() >>> 5) * 0x4000000 + (uint32() >>> 6)) / 0x20000000000000;
  return {
    uint32,
    unit,
    integer: (min, max) => min + Math.floor(unit() * (max - min + 1)),
    chance: (probability) => unit() < probability,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('pick: no items');
      return items[Math.floor(unit() * items.length)] as (typeof items)[number];
    },
    fork: (label) => makeRandom(splitMix32(seed ^ splitMix32(label)())()),
  };
}

/** Exported so that the test can start from the state of the published test vector. */
export function xoshiro128(s0: number, s1: number, s2: number, s3: number): () => number {
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = rotateLeft(s3, 11);
    return result;
  };
}

const rotateLeft = (word: number, bits: number) => (word << bits) | (word >>> (32 - bits));

function splitMix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
}

/** Picks an item with a chance in proportion to its weight (≥ 0, not all 0), from one draw. */
export function weighted<T>(items: readonly (readonly [T, number])[]): (random: Random) => T {
  const ends: number[] = [];
  for (const [, weight] of items) ends.push((ends.at(-1) ?? 0) + weight);
  const total = ends.at(-1) ?? 0;
  if (!(total > 0)) throw new RangeError('weighted: no weight');
  return (random) => {
    const at = random.unit() * total;
    const item = items[ends.findIndex((end) => at < end)];
    return (item ?? (items[items.length - 1] as readonly [T, number]))[0];
  };
}
