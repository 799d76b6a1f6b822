import { logGamma } from '../kernel/log-gamma.ts';
import type { Fitted } from './bg-nbd.ts';
import { nelderMead } from './nelder-mead.ts';

/** What a purchase brings varies about a member's own mean by Gamma(p, ν); ν varies between members by Gamma(q, v). */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

/** What members who bought again spent: `mean` over `purchases` of them, above 0. */
export interface Spending {
  readonly purchases: number;
  readonly mean: number;
}

/**
 * The parameters under which the means are likeliest: Fader and Hardie, "The Gamma-Gamma Model of Monetary Value" (2013). Of
 * repeat buyers only. It takes for granted that who buys more often does not spend more each time: see `spendingFollows`.
 * Throws RangeError without them.
 */
export function fitGammaGamma(spendings: readonly Spending[]): Fitted<GammaGamma> {
  if (spendings.length === 0 || spendings.some(({ purchases, mean }) => !(purchases > 0 && mean > 0)))
    throw new RangeError('fitGammaGamma: nobody bought again');
  const overall = spendings.reduce((sum, { mean }) => sum + mean, 0) / spendings.length;
  const terms = spendings.map(({ purchases, mean }) => ({ purchases, mean, log: Math.log(mean) }));
  const badness = (logs: readonly number[]) => {
    const { p, q, v } = fromLogs(logs);
    const front = q * Math.log(v) - logGamma(q);
    let sum = 0;
    for (const { purchases: x, mean, log } of terms)
      sum +=
        front +
        logGamma(p * x + q) -
        logGamma(p * x) +
        (p * x - 1) * log +
        p * x * Math.log(x) -
        (p * x + q) * Math.log(v + x * mean);
    return -sum;
  };
  const { at, value } = nelderMead(badness, [1, 1, Math.log(overall)]);
  return { parameters: fromLogs(at), logLikelihood: -value };
}

const fromLogs = (logs: readonly number[]): GammaGamma => {
  const [p, q, v] = logs.map(Math.exp) as [number, number, number];
  return { p, q, v };
};

/** What the next purchase of a member brings on average; of nobody in particular without `spending`. Infinite for q ≤ 1. */
export function expectedSpend(
  { p, q, v }: GammaGamma,
  { purchases: x, mean }: Spending = { purchases: 0, mean: 0 },
): number {
  const below = p * x + q - 1;
  return below > 0 ? (p * (v + x * mean)) / below : Number.POSITIVE_INFINITY;
}

/** From here on who buys more often spends more, or less, each time, and the model's means mislead. */
export const SPENDING_FOLLOWS = 0.3;

/** The correlation of number and mean over repeat buyers (Pearson); 0 where either is the same for all. */
export function spendingFollows(spendings: readonly Spending[]): number {
  const n = spendings.length;
  const [meanX, meanY] = [
    spendings.reduce((sum, { purchases }) => sum + purchases, 0) / n,
    spendings.reduce((sum, { mean }) => sum + mean, 0) / n,
  ];
  let [xx, xy, yy] = [0, 0, 0];
  for (const { purchases, mean } of spendings) {
    xx += (purchases - meanX) ** 2;
    xy += (purchases - meanX) * (mean - meanY);
    yy += (mean - meanY) ** 2;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}
