import { countOf, type Points, squaredBetween } from './k-means.ts';

/**
 * How much better the points fit their own cluster than the next one, on average: −1 to 1 (Rousseeuw, "Silhouettes", Journal
 * of Computational and Applied Mathematics 20 (1987)). Takes time by the square of the number of points: give a sample.
 */
export function silhouette(points: Points, labels: ArrayLike<number>): number {
  const n = countOf(points);
  let k = 0;
  for (let i = 0; i < n; i++) k = Math.max(k, (labels[i] as number) + 1);
  const sizes = new Int32Array(k);
  for (let i = 0; i < n; i++) (sizes[labels[i] as number] as number)++;
  let sum = 0;
  const away = new Float64Array(k);
  for (let i = 0; i < n; i++) {
    const own = labels[i] as number;
    // Alone in its cluster a point says nothing.
    if (sizes[own] === 1) continue;
    away.fill(0);
    for (let j = 0; j < n; j++) (away[labels[j] as number] as number) += Math.sqrt(squaredBetween(points, i, j));
    const within = (away[own] as number) / ((sizes[own] as number) - 1);
    let next = Number.POSITIVE_INFINITY;
    for (let c = 0; c < k; c++)
      if (c !== own && sizes[c] !== 0) next = Math.min(next, (away[c] as number) / (sizes[c] as number));
    if (Number.isFinite(next) && Math.max(within, next) > 0) sum += (next - within) / Math.max(within, next);
  }
  return sum / n;
}

const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
const pairs = (size: number) => (size * (size - 1)) / 2;
const pairsIn = (map: Map<string, number>) => [...map.values()].reduce((sum, size) => sum + pairs(size), 0);

/**
 * How far two partitions of the same things agree: 1 the same, about 0 as by chance (Hubert and Arabie, "Comparing
 * Partitions", Journal of Classification 2 (1985)).
 */
export function adjustedRandIndex(one: ArrayLike<number | string>, other: ArrayLike<number | string>): number {
  const [rows, columns, cells] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  for (let i = 0; i < one.length; i++) {
    count(rows, String(one[i]));
    count(columns, String(other[i]));
    count(cells, `${one[i]}\u0000${other[i]}`);
  }
  const [inRows, inColumns] = [pairsIn(rows), pairsIn(columns)];
  const byChance = (inRows * inColumns) / pairs(one.length);
  const most = (inRows + inColumns) / 2;
  return most === byChance ? 1 : (pairsIn(cells) - byChance) / (most - byChance);
}
