import { done, type Outcome, type Refusal, refuse } from '../kernel/outcome.ts';

/** How a purchase is paid; recorded, never processed. `points` is the part that redeemed points pay. */
export const TENDER_KINDS = ['cash', 'bank-card', 'wechat-pay', 'alipay', 'gift-card', 'other', 'points'] as const;
export type TenderKind = (typeof TENDER_KINDS)[number];

export interface TenderGiven {
  readonly kind: Exclude<TenderKind, 'points'>;
  readonly amountMinor: number;
  readonly reference: string | null;
}

export interface TenderTaken {
  readonly kind: TenderKind;
  /** What settles the purchase: given less change. */
  readonly amountMinor: number;
  readonly changeMinor: number;
  readonly points: number | null;
  readonly reference: string | null;
}

/**
 * Settles `dueMinor` (≥ 0) with what was given. Only cash may exceed what is due; the excess is change from the last
 * cash tender that can bear it. The tenders' amounts sum exactly to what is due.
 */
export function settle(
  dueMinor: number,
  given: readonly TenderGiven[],
): Outcome<TenderTaken[], Refusal<'tender-short'> | Refusal<'tender-over'>> {
  const givenMinor = given.reduce((sum, tender) => sum + tender.amountMinor, 0);
  if (givenMinor < dueMinor) return refuse('tender-short', { missingMinor: dueMinor - givenMinor });
  const nonCashMinor = given.reduce((sum, tender) => sum + (tender.kind === 'cash' ? 0 : tender.amountMinor), 0);
  if (nonCashMinor > dueMinor) return refuse('tender-over', { overMinor: nonCashMinor - dueMinor });

  let changeLeft = givenMinor - dueMinor;
  const taken = given.toReversed().map((tender): TenderTaken => {
    const changeMinor = tender.kind === 'cash' ? Math.min(changeLeft, tender.amountMinor) : 0;
    changeLeft -= changeMinor;
    return {
      kind: tender.kind,
      amountMinor: tender.amountMinor - changeMinor,
      changeMinor,
      points: null,
      reference: tender.reference,
    };
  });
  return done(taken.toReversed());
}
