import type { Random } from './random.ts';

/** Standard normal: mean 0, deviation 1. Marsaglia's polar method (1964). */
export function normal(random: Random): number {
  for (;;) {
    const u = 2 * random.unit() - 1;
    const v = 2 * random.unit() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** Exponential with this rate (> 0): mean 1/rate, the waiting time of a Poisson process. */
export const exponential = (random: Random, rate: number): number => -Math.log(1 - random.unit()) / rate;

/**
 * Gamma with shape and rate (both > 0): mean shape/rate, variance shape/rate². Marsaglia and Tsang, "A simple method for
 * generating gamma variables" (2000), with their boost for shapes below 1.
 */
export function gamma(random: Random, shape: number, rate: number): number {
  if (shape < 1) return gamma(random, shape + 1, rate) * (1 - random.unit()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.unit()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / rate;
  }
}

/** Beta with a and b (both > 0): mean a/(a+b). As a ratio of gammas. */
export function beta(random: Random, a: number, b: number): number {
  const x = gamma(random, a, 1);
  const y = gamma(random, b, 1);
  // Both vanish only for tiny a and b, where the distribution is a coin with this chance.
  return x + y > 0 ? x / (x + y) : random.chance(a / (a + b)) ? 1 : 0;
}

/** Poisson with a small mean (≥ 0; the time grows with it). Knuth's product of uniforms. */
export function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.unit(); product > limit; product *= random.unit()) count++;
  return count;
}
