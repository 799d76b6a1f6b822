/** Indices of the scores, the highest first; of equal ones in the order given. */
const fromHighest = (scores: ArrayLike<number>): Uint32Array =>
  Uint32Array.from({ length: scores.length }, (_, i) => i).toSorted(
    (a, b) => (scores[b] as number) - (scores[a] as number),
  );

/**
 * The chance that whoever has the outcome 1 scores higher than whoever has 0, a tie counting half: the area under the ROC
 * curve (Hanley and McNeil, Radiology 143 (1982)). NaN where all have the same outcome.
 */
export function areaUnderCurve(scores: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  const order = fromHighest(scores).toReversed();
  let [ones, rankSum] = [0, 0];
  for (let from = 0; from < order.length; ) {
    let to = from;
    let onesHere = 0;
    for (; to < order.length && scores[order[to] as number] === scores[order[from] as number]; to++)
      onesHere += outcomes[order[to] as number] as number;
    // Equal scores share the middle of their ranks.
    rankSum += onesHere * ((from + 1 + to) / 2);
    ones += onesHere;
    from = to;
  }
  return (rankSum - (ones * (ones + 1)) / 2) / (ones * (order.length - ones));
}

/** The mean squared distance of chances from outcomes: 0 is best (Brier, Monthly Weather Review 78 (1950)). */
export function brierScore(chances: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < chances.length; i++) sum += ((chances[i] as number) - (outcomes[i] as number)) ** 2;
  return sum / chances.length;
}

export interface Calibration {
  readonly cases: number;
  /** The mean of the chances given, and the share that came true. */
  readonly said: number;
  readonly was: number;
}

const mean = (values: ArrayLike<number>, of: Uint32Array) =>
  of.reduce((sum, i) => sum + (values[i] as number), 0) / of.length;

/** The cases in `groups` equal parts from the lowest chance to the highest: what was said of them, and what came of it. */
export function calibration(chances: ArrayLike<number>, outcomes: ArrayLike<number>, groups = 10): Calibration[] {
  const order = fromHighest(chances).toReversed();
  const parts = Array.from({ length: groups }, (_, g) =>
    order.subarray(Math.floor((g * order.length) / groups), Math.floor(((g + 1) * order.length) / groups)),
  );
  return parts
    .filter((part) => part.length > 0)
    .map((part) => ({ cases: part.length, said: mean(chances, part), was: mean(outcomes, part) }));
}

/** How many times as often as among all the outcome is 1 among the `share` with the highest scores. */
export function lift(scores: ArrayLike<number>, outcomes: ArrayLike<number>, share = 0.1): number {
  const order = fromHighest(scores);
  const ones = (of: Uint32Array) => of.reduce((sum, i) => sum + (outcomes[i] as number), 0);
  const best = order.subarray(0, Math.max(1, Math.floor(share * order.length)));
  return ones(best) / best.length / (ones(order) / order.length);
}
