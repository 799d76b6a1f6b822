/** One line of a benchmark's report. `ratioToRaw` is at the median, against the raw limit of the same run. */
export interface Figure {
  readonly name: string;
  readonly n: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly ratioToRaw: number | null;
  /** For what is counted by the second and not timed one by one. */
  readonly perSecond?: number;
  readonly goal: string;
  readonly met: boolean;
}

export type Goal =
  | { readonly kind: 'ratio'; readonly atMost: number }
  | { readonly kind: 'p95'; readonly atMostMs: number }
  | { readonly kind: 'p99'; readonly atMostMs: number }
  | { readonly kind: 'none' };

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const percentiles = (times: readonly number[]) => {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50Ms: at(sorted, 0.5), p95Ms: at(sorted, 0.95), p99Ms: at(sorted, 0.99) };
};

export const timed = (work: () => void): number => {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
};

function judge(
  goal: Goal,
  { p95Ms, p99Ms }: Pick<Figure, 'p95Ms' | 'p99Ms'>,
  ratio: number | null,
): { goal: string; met: boolean } {
  if (goal.kind === 'ratio') return { goal: `p50 ≤ ${goal.atMost}× raw`, met: ratio !== null && ratio <= goal.atMost };
  if (goal.kind === 'p95') return { goal: `p95 ≤ ${goal.atMostMs} ms`, met: p95Ms <= goal.atMostMs };
  if (goal.kind === 'p99') return { goal: `p99 ≤ ${goal.atMostMs} ms`, met: p99Ms <= goal.atMostMs };
  return { goal: '–', met: true };
}

/**
 * Times `work` and its raw limit in turns, so that a noisy moment falls on both. The first tenth warms up and is not
 * counted. Returns a figure for each.
 */
export function againstRaw(
  terms: { readonly name: string; readonly rawName: string; readonly n: number; readonly goal: Goal },
  raw: (index: number) => void,
  work: (index: number) => void,
): Figure[] {
  const rawTimes: number[] = [];
  const times: number[] = [];
  const warmUp = Math.ceil(terms.n / 10);
  for (let index = 0; index < terms.n + warmUp; index += 1) {
    const rawMs = timed(() => raw(index));
    const ms = timed(() => work(index));
    if (index < warmUp) continue;
    rawTimes.push(rawMs);
    times.push(ms);
  }
  const rawSpread = percentiles(rawTimes);
  const spread = percentiles(times);
  const ratioToRaw = spread.p50Ms / rawSpread.p50Ms;
  return [
    { name: terms.rawName, n: terms.n, ...rawSpread, ratioToRaw: 1, goal: 'raw limit', met: true },
    { name: terms.name, n: terms.n, ...spread, ratioToRaw, ...judge(terms.goal, spread, ratioToRaw) },
  ];
}

/** Times `work` alone. */
export function alone(
  terms: { readonly name: string; readonly n: number; readonly goal: Goal },
  work: (index: number) => void,
): Figure {
  const times: number[] = [];
  const warmUp = Math.ceil(terms.n / 10);
  for (let index = 0; index < terms.n + warmUp; index += 1) {
    const ms = timed(() => work(index));
    if (index >= warmUp) times.push(ms);
  }
  const spread = percentiles(times);
  return { name: terms.name, n: terms.n, ...spread, ratioToRaw: null, ...judge(terms.goal, spread, null) };
}

/** A figure of things that were done one after another in `elapsedMs`. */
export const rateOf = (name: string, n: number, elapsedMs: number, atLeast: number): Figure => ({
  name,
  n,
  p50Ms: Number.NaN,
  p95Ms: Number.NaN,
  p99Ms: Number.NaN,
  ratioToRaw: null,
  perSecond: Math.round((n * 1000) / elapsedMs),
  goal: `≥ ${atLeast} /s`,
  met: (n * 1000) / elapsedMs >= atLeast,
});

/** A figure of times that were taken elsewhere; what is not a number was not seen, and fails the goal. */
export function figureOf(terms: { readonly name: string; readonly goal: Goal }, times: readonly number[]): Figure {
  const seen = times.filter((ms) => !Number.isNaN(ms));
  const spread = percentiles(seen);
  const verdict = judge(terms.goal, spread, null);
  return {
    name: terms.name,
    n: seen.length,
    ...spread,
    ratioToRaw: null,
    ...verdict,
    met: verdict.met && seen.length > 0 && seen.length === times.length,
  };
}
