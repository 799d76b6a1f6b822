import { ascending, quantile } from './quantile.ts';

/** One measure of the members, in their order. */
export interface ScoreInput {
  readonly values: ArrayLike<number>;
  readonly weight: number;
  /** Counts and sums spread over powers of ten: their logarithm is compared. What lies below 0 counts as 0. */
  readonly log?: boolean;
  /** The less, the better: days since the last visit, the share of returns. */
  readonly reversed?: boolean;
}

/** What lies beyond these quantiles is drawn in to them, so that one member does not press all others together. */
const DRAWN_IN = [0.01, 0.99] as const;

/**
 * The composite value of each member, 0 to 100: 100 · Σ weight · measure, each measure brought to 0…1 between its least and
 * its greatest value after the logarithm and drawing in (`winsorise`). A measure that is the same for all adds nothing.
 */
export function valueScores(inputs: readonly ScoreInput[], winsorise = true): Float64Array {
  const scores = new Float64Array(inputs[0]?.values.length ?? 0);
  for (const { values, weight, log = false, reversed = false } of inputs) {
    const measure = log
      ? Float64Array.from(values, (value) => Math.log1p(Math.max(0, value)))
      : Float64Array.from(values);
    if (measure.length === 0) continue;
    const sorted = ascending(measure);
    const [low, high] = winsorise ? DRAWN_IN.map((p) => quantile(sorted, p)) : [sorted[0], sorted.at(-1)];
    const [least, span] = [low as number, (high as number) - (low as number)];
    if (span === 0) continue;
    for (const [i, value] of measure.entries()) {
      const share = Math.min(1, Math.max(0, (value - least) / span));
      (scores[i] as number) += 100 * weight * (reversed ? 1 - share : share);
    }
  }
  return scores;
}
