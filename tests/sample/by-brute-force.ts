import type { Shopper } from './rows-of-chain.ts';

const DAY_MS = 86_400_000;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Days between visits and spend a visit, both as logarithms: the plane in which kinds of customers lie apart. */
export function habitsOf({ baskets }: Shopper): readonly [number, number] {
  const span = ((baskets.at(-1)?.atMs ?? 0) - (baskets[0]?.atMs ?? 0)) / DAY_MS;
  return [
    Math.log(Math.max(0.5, span / (baskets.length - 1))),
    Math.log(mean(baskets.map(({ netMinor }) => netMinor))),
  ];
}

const apart = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, at) => sum + (x - (b[at] ?? 0)) ** 2, 0);

/** Lloyd's k-means, begun with points far from each other. Returns the number of each point's cluster. */
export function clustersOf(points: readonly (readonly number[])[], k: number): number[] {
  const centres = [points[0] ?? []];
  while (centres.length < k) {
    const farthest = points.toSorted((a, b) => nearest(b, centres).squared - nearest(a, centres).squared);
    // A few points lie far from everybody; the hundredth farthest is somebody usual.
    centres.push(farthest[Math.min(farthest.length - 1, Math.ceil(points.length / 100))] ?? []);
  }
  let found = points.map((point) => nearest(point, centres).at);
  for (let pass = 0; pass < 50; pass++) {
    for (let at = 0; at < k; at++) {
      const own = points.filter((_, index) => found[index] === at);
      if (own.length > 0) centres[at] = (own[0] ?? []).map((_, axis) => mean(own.map((point) => point[axis] ?? 0)));
    }
    found = points.map((point) => nearest(point, centres).at);
  }
  return found;
}

function nearest(point: readonly number[], centres: readonly (readonly number[])[]) {
  const distances = centres.map((centre) => apart(point, centre));
  const squared = Math.min(...distances);
  return { at: distances.indexOf(squared), squared };
}

const pairs = (n: number) => (n * (n - 1)) / 2;
const counts = (labels: readonly unknown[]) =>
  [...Map.groupBy(labels, (label) => label).values()].map((all) => all.length);

/** Hubert and Arabie's adjusted Rand index (1985): 1 for the same partition, about 0 for unrelated ones. */
export function adjustedRand(a: readonly unknown[], b: readonly unknown[]): number {
  const together = counts(a.map((label, index) => `${label}|${b[index]}`)).reduce((sum, n) => sum + pairs(n), 0);
  const inA = counts(a).reduce((sum, n) => sum + pairs(n), 0);
  const inB = counts(b).reduce((sum, n) => sum + pairs(n), 0);
  const expected = (inA * inB) / pairs(a.length);
  return (together - expected) / ((inA + inB) / 2 - expected);
}

interface Exposure {
  readonly stratum: string;
  readonly exposed: boolean;
  readonly happened: boolean;
}

/** Mantel and Haenszel's common odds ratio over strata (1959), as a logarithm, with the z of their test. */
export function stratifiedLogOdds(cases: readonly Exposure[]): { readonly logOdds: number; readonly z: number } {
  let [above, below, observed, expected, variance] = [0, 0, 0, 0, 0];
  for (const stratum of Map.groupBy(cases, (each) => each.stratum).values()) {
    const n = stratum.length;
    const count = (exposed: boolean, happened: boolean) =>
      stratum.filter((each) => each.exposed === exposed && each.happened === happened).length;
    const [a, b, c, d] = [count(true, true), count(true, false), count(false, true), count(false, false)];
    above += (a * d) / n;
    below += (b * c) / n;
    observed += a;
    expected += ((a + b) * (a + c)) / n;
    variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
  }
  return { logOdds: Math.log(above / below), z: (observed - expected) / Math.sqrt(variance) };
}

/** Every visit that an analyst can judge: made long enough before the data end, and was it the last one? */
export const visitsThatMayBeLast = (shoppers: readonly Shopper[], before: number) =>
  shoppers.flatMap((shopper) =>
    shopper.baskets.slice(1).flatMap((basket, index) => {
      const at = index + 1;
      if (basket.atMs >= before) return [];
      const returnedGoods = shopper.baskets.slice(0, at + 1).some(({ broughtBack }) => broughtBack);
      return [{ shopper, returnedGoods, wasLast: at === shopper.baskets.length - 1 }];
    }),
  );

const add = (tally: Map<string, number>, key: string) => tally.set(key, (tally.get(key) ?? 0) + 1);

/** Pairs of products in at least this share of all baskets, by lift, highest first. */
export function pairsByLift(baskets: readonly (readonly string[])[], leastSupport: number): string[] {
  const alone = new Map<string, number>();
  const together = new Map<string, number>();
  for (const basket of baskets) {
    const products = [...new Set(basket)].toSorted();
    products.forEach((product, at) => {
      add(alone, product);
      for (const other of products.slice(at + 1)) add(together, `${product}+${other}`);
    });
  }
  const lift = (pair: string, n: number) => {
    const [a = '', b = ''] = pair.split('+');
    return (n * baskets.length) / ((alone.get(a) ?? 0) * (alone.get(b) ?? 0));
  };
  return [...together]
    .filter(([, n]) => n >= leastSupport * baskets.length)
    .toSorted(([a, m], [b, n]) => lift(b, n) - lift(a, m))
    .map(([pair]) => pair);
}

/** Mean and its standard error. */
export function meanOf(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const m = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - m) ** 2, 0) / (values.length - 1);
  return { mean: m, error: Math.sqrt(variance / values.length) };
}
