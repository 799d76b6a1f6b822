/** Points of `dimensions` coordinates each, one behind the other. */
export interface Points {
  readonly coordinates: Float64Array;
  readonly dimensions: number;
}

export interface Clustering {
  /** The centres, one behind the other. */
  readonly centres: Float64Array;
  /** The cluster of each point, from 0. */
  readonly labels: Int32Array;
  /** The sum of squared distances to the own centre. */
  readonly energy: number;
  /** The own squared distance of each point. */
  readonly distances: Float64Array;
}

/** Numbers from 0 up to but not 1. */
export type Unit = () => number;

export const countOf = ({ coordinates, dimensions }: Points): number => coordinates.length / dimensions;

/**
 * At most `passes` times: each point to its nearest centre, each centre to the middle of its points (Lloyd, "Least Squares
 * Quantization in PCM", IEEE Transactions on Information Theory 28 (1982)). A centre that nobody is near to moves to the
 * point that is farthest from its own. Ends as soon as nothing changes.
 */
export function lloyd(points: Points, from: Float64Array, passes = Number.POSITIVE_INFINITY): Clustering {
  const { dimensions } = points;
  const centres = Float64Array.from(from);
  const n = countOf(points);
  const k = centres.length / dimensions;
  const labels = new Int32Array(n).fill(-1);
  const distances = new Float64Array(n);
  const sums = new Float64Array(centres.length);
  const sizes = new Int32Array(k);
  let energy = assign(points, centres, labels, distances).energy;
  for (let pass = 0; pass < passes; pass++) {
    middle(points, labels, sums, sizes);
    for (let c = 0; c < k; c++) {
      const size = sizes[c] as number;
      const at = c * dimensions;
      if (size === 0) {
        const farthest = indexOfGreatest(distances);
        distances[farthest] = 0;
        for (let d = 0; d < dimensions; d++) centres[at + d] = points.coordinates[farthest * dimensions + d] as number;
      } else for (let d = 0; d < dimensions; d++) centres[at + d] = (sums[at + d] as number) / size;
    }
    const assigned = assign(points, centres, labels, distances);
    energy = assigned.energy;
    if (assigned.moved === 0) break;
  }
  return { centres, labels, energy, distances };
}

function assign(
  { coordinates, dimensions }: Points,
  centres: Float64Array,
  labels: Int32Array,
  distances: Float64Array,
) {
  let energy = 0;
  let moved = 0;
  for (let i = 0, at = 0; i < labels.length; i++, at += dimensions) {
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0, from = 0; from < centres.length; c++, from += dimensions) {
      let squared = 0;
      for (let d = 0; d < dimensions; d++) {
        const apart = (coordinates[at + d] as number) - (centres[from + d] as number);
        squared += apart * apart;
      }
      if (squared < least) {
        least = squared;
        nearest = c;
      }
    }
    if (labels[i] !== nearest) moved++;
    labels[i] = nearest;
    distances[i] = least;
    energy += least;
  }
  return { energy, moved };
}

function middle({ coordinates, dimensions }: Points, labels: Int32Array, sums: Float64Array, sizes: Int32Array): void {
  sums.fill(0);
  sizes.fill(0);
  for (let i = 0, at = 0; i < labels.length; i++, at += dimensions) {
    const c = labels[i] as number;
    (sizes[c] as number)++;
    for (let d = 0; d < dimensions; d++) (sums[c * dimensions + d] as number) += coordinates[at + d] as number;
  }
}

function indexOfGreatest(values: Float64Array): number {
  let at = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] as number) > (values[at] as number)) at = i;
  return at;
}

/** Centres at `k` different points, each as likely as any other. Throws RangeError where there are fewer. */
export function randomCentres(points: Points, k: number, unit: Unit): Float64Array {
  const n = countOf(points);
  if (k < 1 || k > n) throw new RangeError(`randomCentres: ${k} of ${n}`);
  const chosen = new Set<number>();
  while (chosen.size < k) chosen.add(Math.floor(unit() * n));
  return centresAt(points, [...chosen]);
}

/**
 * Centres that lie apart: each further one at a point with a chance in proportion to its squared distance from those there
 * are (Arthur and Vassilvitskii, "k-means++: The Advantages of Careful Seeding", 2007).
 */
export function spreadCentres(points: Points, k: number, unit: Unit): Float64Array {
  const n = countOf(points);
  if (k < 1 || k > n) throw new RangeError(`spreadCentres: ${k} of ${n}`);
  const chosen = [Math.floor(unit() * n)];
  const nearest = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  while (chosen.length < k) {
    const last = chosen[chosen.length - 1] as number;
    for (let i = 0; i < n; i++) nearest[i] = Math.min(nearest[i] as number, squaredBetween(points, i, last));
    chosen.push(drawByWeight(nearest, unit));
  }
  return centresAt(points, chosen);
}

/** An index, with a chance in proportion to its weight; any where all weigh nothing. */
export function drawByWeight(weights: Float64Array, unit: Unit): number {
  let total = 0;
  for (const weight of weights) total += weight;
  let left = unit() * total;
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i] as number;
    if (left < 0) return i;
  }
  return Math.floor(unit() * weights.length);
}

export function squaredBetween({ coordinates, dimensions }: Points, i: number, j: number): number {
  let squared = 0;
  for (let d = 0; d < dimensions; d++)
    squared += ((coordinates[i * dimensions + d] as number) - (coordinates[j * dimensions + d] as number)) ** 2;
  return squared;
}

function centresAt({ coordinates, dimensions }: Points, chosen: readonly number[]): Float64Array {
  const centres = new Float64Array(chosen.length * dimensions);
  for (const [c, i] of chosen.entries())
    centres.set(coordinates.subarray(i * dimensions, (i + 1) * dimensions), c * dimensions);
  return centres;
}
