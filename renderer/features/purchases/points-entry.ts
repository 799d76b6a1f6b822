import type { Quote } from '../../../shared/contract/purchases.contract.ts';
import { readDecimal } from '../../lib/decimal-text.ts';

type Limits = Pick<Quote, 'maxRedeemablePoints' | 'redeemStepPoints'>;

/** Points as typed: a number the sale takes, or why it does not. */
export type PointsEntry =
  | { readonly kind: 'fits'; readonly points: number }
  | { readonly kind: 'not-a-number' }
  | { readonly kind: 'not-a-step'; readonly below: number }
  | { readonly kind: 'too-many' };

/** Weighs points as typed against what the quote says is possible; the sale itself decides again. */
export function readPoints(text: string, { maxRedeemablePoints, redeemStepPoints }: Limits): PointsEntry {
  const points = readDecimal(text, 0);
  if (points === null) return { kind: 'not-a-number' };
  if (points > maxRedeemablePoints) return { kind: 'too-many' };
  if (points % redeemStepPoints !== 0) return { kind: 'not-a-step', below: points - (points % redeemStepPoints) };
  return { kind: 'fits', points };
}

/** One step up or down from what is typed, between none and the most. */
export function stepPoints(text: string, direction: 1 | -1, limits: Limits): number {
  const points = readDecimal(text, 0) ?? 0;
  const { redeemStepPoints: step, maxRedeemablePoints: most } = limits;
  const next = direction === 1 ? Math.floor(points / step) + 1 : Math.ceil(points / step) - 1;
  return Math.min(Math.max(next * step, 0), most);
}
