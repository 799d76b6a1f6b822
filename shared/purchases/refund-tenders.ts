import type { Refund } from './return.ts';
import type { TenderKind } from './tender.ts';

interface Paid {
  readonly kind: TenderKind;
  readonly amountMinor: number;
}

/**
 * A refund the way the sale was paid: each tender gets back at most what it paid, in the receipt's order; what is left
 * over goes out in cash. A suggestion: whoever pays out may choose otherwise.
 */
export function refundAsPaid(tenders: readonly Paid[], payOutMinor: number): Refund[] {
  const refunds = new Map<Refund['kind'], number>();
  let leftMinor = payOutMinor;
  const give = (kind: Refund['kind'], amountMinor: number) => {
    if (amountMinor > 0) refunds.set(kind, (refunds.get(kind) ?? 0) + amountMinor);
    leftMinor -= amountMinor;
  };
  for (const { kind, amountMinor } of tenders) if (kind !== 'points') give(kind, Math.min(leftMinor, amountMinor));
  give('cash', leftMinor);
  return [...refunds].map(([kind, amountMinor]) => ({ kind, amountMinor, reference: null }));
}
