import { type Clustering, drawByWeight, lloyd, type Points, spreadCentres, type Unit } from './k-means.ts';

/** The first temperature, as a share of the energy to begin with, and what is left of it at the next one. */
const WARM = 0.03;
const COOLING = 0.93;
const TEMPERATURES = 60;
const MOVES = 3;
const PASSES = 8;

/**
 * K-means that gets out of poor partitions by simulated annealing: Selim and Alsultan, "A Simulated Annealing Algorithm for
 * the Clustering Problem", Pattern Recognition 24 (1991). A move puts one centre elsewhere — at a point drawn with a chance
 * in proportion to how badly it is served — and makes a few passes; a worse partition is gone on with, with the chance
 * exp(−Δ/T). Returns the best partition met, brought to rest. Better than a single K-means; about what as many restarts of
 * K-means++ find at the same cost.
 */
export function annealedKMeans(points: Points, k: number, unit: Unit): Clustering {
  let now = lloyd(points, spreadCentres(points, k, unit), PASSES);
  let best = now;
  let temperature = WARM * now.energy;
  for (let step = 0; step < TEMPERATURES; step++, temperature *= COOLING)
    for (let move = 0; move < MOVES; move++) {
      const next = lloyd(points, oneElsewhere(points, now, k, unit), PASSES);
      const worse = next.energy - now.energy;
      if (worse <= 0 || unit() < Math.exp(-worse / temperature)) now = next;
      if (now.energy < best.energy) best = now;
    }
  return lloyd(points, best.centres);
}

function oneElsewhere({ coordinates, dimensions }: Points, { centres, distances }: Clustering, k: number, unit: Unit) {
  const moved = Float64Array.from(centres);
  const point = drawByWeight(distances, unit) * dimensions;
  moved.set(coordinates.subarray(point, point + dimensions), Math.floor(unit() * k) * dimensions);
  return moved;
}
