import { describe, expect, it } from 'vitest';
import { IRIS_KINDS, IRIS_POINTS } from '../../tests/fixtures/iris.ts';
import { makeRandom } from '../sample/random.ts';
import { annealedKMeans } from './annealed-k-means.ts';
import { lloyd, type Points, randomCentres, spreadCentres } from './k-means.ts';
import { adjustedRandIndex, silhouette } from './partitions.ts';

const SEEDS = Array.from({ length: 10 }, (_, seed) => seed);
const within = (share: number, best: number) => (energy: number) => energy <= best * (1 + share);

/** Clusters with the middles on a grid that is shaken, and their points about them. */
function scattered(clusters: number, seed: number): { points: Points; best: number } {
  const random = makeRandom(seed);
  const side = Math.ceil(Math.sqrt(clusters));
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.unit())) * Math.cos(2 * Math.PI * random.unit());
  const middles = Array.from({ length: clusters }, (_, c) => [
    (c % side) * 10 + random.unit() * 4,
    Math.floor(c / side) * 10 + random.unit() * 4,
  ]);
  const rows = middles.flatMap((middle) => Array.from({ length: 24 }, () => middle.map((at) => at + normal())));
  const points = { coordinates: Float64Array.from(rows.flat()), dimensions: 2 };
  return { points, best: lloyd(points, Float64Array.from(middles.flat())).energy };
}

describe('K-means with annealing', () => {
  /** Best sums of squares known: every program that tries long enough ends with them. */
  it.each([
    [3, 78.851441],
    [8, 29.988944],
  ])('finds the best known partition of the irises into %i in nine of ten runs', (k, best) => {
    const found = SEEDS.map((seed) => annealedKMeans(IRIS_POINTS, k, makeRandom(seed).unit).energy);
    expect(found.filter(within(0.001, best)).length).toBeGreaterThanOrEqual(9);
    expect(Math.min(...found)).toBeCloseTo(best, 5);
  });

  it.each([15, 50])('finds %i generated clusters in nine of ten runs, where K-means alone seldom does', (clusters) => {
    const { points, best } = scattered(clusters, clusters);
    const annealed = SEEDS.map((seed) => annealedKMeans(points, clusters, makeRandom(seed).unit).energy);
    expect(annealed.filter(within(0.001, best)).length).toBeGreaterThanOrEqual(9);
    const plain = SEEDS.map((seed) => {
      const { unit } = makeRandom(seed);
      return lloyd(points, randomCentres(points, clusters, unit)).energy;
    });
    expect(plain.filter(within(0.001, best)).length).toBeLessThan(5);
  });

  it('gives the same partition for the same seed', () => {
    const [one, other] = [7, 7].map((seed) => annealedKMeans(IRIS_POINTS, 3, makeRandom(seed).unit).labels);
    expect(one).toEqual(other);
  });
});

describe('K-means', () => {
  it('of the irises into three puts 38, 50 and 62 together, and agrees with their kinds as far as is known', () => {
    const { unit } = makeRandom(1);
    const runs = SEEDS.map(() => lloyd(IRIS_POINTS, spreadCentres(IRIS_POINTS, 3, unit)));
    const best = runs.reduce((least, each) => (each.energy < least.energy ? each : least));
    const sizes = [0, 1, 2].map((cluster) => best.labels.filter((label) => label === cluster).length);
    expect(sizes.toSorted()).toEqual([38, 50, 62]);
    expect(adjustedRandIndex(best.labels, IRIS_KINDS)).toBeCloseTo(0.730238, 6);
    expect(silhouette(IRIS_POINTS, best.labels)).toBeCloseTo(0.552819, 6);
  });

  it('gives every centre somebody, where several begin at the same point', () => {
    const points = { coordinates: Float64Array.from([0, 1, 2, 10, 11, 12]), dimensions: 1 };
    const { labels } = lloyd(points, Float64Array.from([0, 0, 0]));
    expect(new Set(labels).size).toBe(3);
  });

  it('refuses more clusters than there are points', () => {
    const one = { coordinates: Float64Array.from([1, 2]), dimensions: 2 };
    expect(() => randomCentres(one, 2, makeRandom(1).unit)).toThrow(RangeError);
    expect(() => spreadCentres(one, 0, makeRandom(1).unit)).toThrow(RangeError);
  });
});

describe('the adjusted Rand index', () => {
  it('is 1 for the same partition under other names, and 0.24 for the pair of its textbook', () => {
    expect(adjustedRandIndex([0, 0, 1, 1], ['b', 'b', 'a', 'a'])).toBe(1);
    expect(adjustedRandIndex([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2])).toBeCloseTo(0.242424, 6);
  });
});
