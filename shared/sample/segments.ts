import type { PurchaseModel } from './purchase-model.ts';
import { weighted } from './random.ts';

/** A kind of customer that is planted in a sample chain, to be found again by an analysis. */
export interface SampleSegment {
  readonly id: 'every-day' | 'household' | 'passer-by' | 'gift-giver';
  /** Of all customers; the shares sum to 1. */
  readonly share: number;
  readonly model: PurchaseModel;
}

/**
 * A model whose customers are alike: mean visits a day and mean spend vary by a fifth between them (the deviation of
 * a gamma with shape 25, and of its inverse), so that segments lie apart where these means do.
 */
const alike = (
  of: { daysBetween: number; meanSpendMinor: number; extraLines: number },
  dropout: { a: number; b: number },
): PurchaseModel => ({
  visits: { r: 25, alphaDays: 25 * of.daysBetween, ...dropout },
  spend: { p: 8, q: 26, gammaMinor: (of.meanSpendMinor * 25) / 8 },
  meanExtraLines: of.extraLines,
});

export const SEGMENTS: readonly SampleSegment[] = [
  {
    id: 'every-day',
    share: 0.18,
    model: alike({ daysBetween: 4, meanSpendMinor: 2_000, extraLines: 0.4 }, { a: 1.2, b: 150 }),
  },
  {
    id: 'household',
    share: 0.27,
    model: alike({ daysBetween: 9, meanSpendMinor: 14_000, extraLines: 4.5 }, { a: 1.2, b: 75 }),
  },
  {
    id: 'passer-by',
    share: 0.37,
    model: alike({ daysBetween: 38, meanSpendMinor: 3_600, extraLines: 0.8 }, { a: 1.2, b: 18 }),
  },
  {
    id: 'gift-giver',
    share: 0.18,
    model: alike({ daysBetween: 60, meanSpendMinor: 26_000, extraLines: 1.6 }, { a: 1.2, b: 14 }),
  },
];

export const drawSegment = weighted(SEGMENTS.map((segment) => [segment, segment.share] as const));
