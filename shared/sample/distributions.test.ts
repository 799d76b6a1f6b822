import { expect, it } from 'vitest';
import { beta, exponential, gamma, normal, poisson } from './distributions.ts';
import { makeRandom, type Random } from './random.ts';

const COUNT = 100_000;

it.each<[string, (random: Random) => number, number, number]>([
  ['the standard normal', normal, 0, 1],
  ['the exponential of rate 4', (random) => exponential(random, 4), 1 / 4, 1 / 16],
  ['the gamma of shape 0.25 and rate 4.4', (random) => gamma(random, 0.25, 4.4), 0.25 / 4.4, 0.25 / 4.4 ** 2],
  ['the gamma of shape 1 and rate 2', (random) => gamma(random, 1, 2), 1 / 2, 1 / 4],
  ['the gamma of shape 6.25 and rate 0.5', (random) => gamma(random, 6.25, 0.5), 12.5, 25],
  ['the beta of 0.8 and 2.4', (random) => beta(random, 0.8, 2.4), 1 / 4, 0.1875 / 4.2],
  ['the beta of 2 and 5', (random) => beta(random, 2, 5), 2 / 7, 10 / 49 / 8],
  ['the Poisson of mean 2.3', (random) => poisson(random, 2.3), 2.3, 2.3],
])('draws %s with its mean and variance', (_, draw, mean, variance) => {
  const random = makeRandom(20_260_101);
  const draws = Array.from({ length: COUNT }, () => draw(random));
  const drawnMean = draws.reduce((sum, x) => sum + x, 0) / COUNT;
  const drawnVariance = draws.reduce((sum, x) => sum + (x - drawnMean) ** 2, 0) / (COUNT - 1);
  expect(Math.abs(drawnMean - mean) / Math.sqrt(variance / COUNT), 'standard errors of the mean').toBeLessThan(4);
  expect(Math.abs(drawnVariance / variance - 1)).toBeLessThan(0.05);
});

it('draws 0 or 1, never NaN, from a beta so small that its gammas vanish', () => {
  const random = makeRandom(1);
  for (let i = 0; i < 200; i++) {
    const p = beta(random, 1e-4, 1e-4);
    expect(p >= 0 && p <= 1).toBe(true);
  }
});

it('draws always 0 from a Poisson of mean 0', () => {
  expect(poisson(makeRandom(1), 0)).toBe(0);
});
