import { beta, exponential, gamma, poisson } from './distributions.ts';
import type { Random } from './random.ts';

/**
 * How customers buy.
 *
 * When: the BG/NBD model of Fader, Hardie and Lee, "'Counting Your Customers' the Easy Way: An Alternative to the
 * Pareto/NBD Model", Marketing Science 24 (2005). Every customer visits at the times of a Poisson process with a rate
 * λ of their own, λ ~ Gamma(shape r, rate α), and after each repeat visit leaves for good with a chance p of their own,
 * p ~ Beta(a, b). The first visit, at day 0, is not a repeat: nobody leaves after it.
 *
 * How much: the Gamma-Gamma model of Fader, Hardie and Lee, "RFM and CLV: Using Iso-Value Curves for Customer Base
 * Analysis", Journal of Marketing Research 42 (2005). A visit's spend is Gamma(shape p, rate ν), ν ~ Gamma(shape q,
 * rate γ) by customer, independent of λ and p; a customer's mean is p/ν, that of all is pγ/(q − 1).
 */
export interface PurchaseModel {
  readonly visits: {
    readonly r: number;
    /** In days: the mean of λ is r/α visits a day. */
    readonly alphaDays: number;
    readonly a: number;
    readonly b: number;
  };
  readonly spend: {
    readonly p: number;
    /** Above 2, so that the variance between customers is finite. */
    readonly q: number;
    /** In currency minor units. */
    readonly gammaMinor: number;
  };
  /** Lines of a basket beyond the first, on average; Poisson. */
  readonly meanExtraLines: number;
}

/** A neighbourhood shop: in two years a customer comes some 25 times, at 45 yuan a visit, and two in three leave. */
export const NEIGHBOURHOOD_SHOP: PurchaseModel = {
  visits: { r: 1.2, alphaDays: 12, a: 0.9, b: 14 },
  spend: { p: 4, q: 4, gammaMinor: 3_400 },
  meanExtraLines: 1.8,
};

/** What the model knows of a customer and an analysis may only estimate. */
export interface CustomerTruth {
  /** λ: repeat visits a day while the customer stays. */
  readonly visitsPerDay: number;
  /** p: the chance of leaving after a repeat visit. */
  readonly dropout: number;
  readonly meanSpendMinor: number;
  /** The day of the visit after which the customer left for good; null while still a customer at the horizon. */
  readonly leftAtDay: number | null;
}

export interface Visit {
  /** Days after the first visit, which is at 0; the fraction is the part of the day. */
  readonly atDay: number;
  /** Lines of the basket, ≥ 1. */
  readonly lines: number;
  /** What the basket should come to, ≥ 1, in currency minor units; goods with prices only come near. */
  readonly spendMinor: number;
}

export interface Customer {
  readonly truth: CustomerTruth;
  /** In order of time, the first at day 0. */
  readonly visits: readonly Visit[];
}

/** Whether a customer leaves after the repeat visit number `index` (≥ 1), given the customer's own chance p. */
export type Leaves = (dropout: number, index: number) => boolean;

/**
 * One customer from the first visit to `horizonDays` after it (≥ 0, exclusive). `leaves` decides otherwise than by p
 * alone, where something drives people away or holds them.
 */
export function sampleCustomer(
  random: Random,
  model: PurchaseModel,
  horizonDays: number,
  leaves: Leaves = (dropout) => random.chance(dropout),
): Customer {
  const { r, alphaDays, a, b } = model.visits;
  const { p, q, gammaMinor } = model.spend;
  const visitsPerDay = gamma(random, r, alphaDays);
  const dropout = beta(random, a, b);
  const meanSpendMinor = p / gamma(random, q, gammaMinor);

  const visits = [sampleVisit(random, model, meanSpendMinor, 0)];
  let leftAtDay: number | null = null;
  let atDay = exponential(random, visitsPerDay);
  while (leftAtDay === null && atDay < horizonDays) {
    visits.push(sampleVisit(random, model, meanSpendMinor, atDay));
    if (leaves(dropout, visits.length - 1)) leftAtDay = atDay;
    atDay += exponential(random, visitsPerDay);
  }
  return { truth: { visitsPerDay, dropout, meanSpendMinor, leftAtDay }, visits };
}

/** A visit at this day of a customer whose baskets come to `meanSpendMinor` on average. */
export const sampleVisit = (
  random: Random,
  { spend, meanExtraLines }: PurchaseModel,
  meanSpendMinor: number,
  atDay: number,
): Visit => ({
  atDay,
  lines: 1 + poisson(random, meanExtraLines),
  spendMinor: Math.max(1, Math.round(gamma(random, spend.p, spend.p / meanSpendMinor))),
});
