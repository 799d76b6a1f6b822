import { originalOf, saleToReturn, tendersOf } from '../../../db/purchases/purchases.queries.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { Refund } from '../../../shared/purchases/return.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** A lost answer is asked for again: the same kind, original and refunds answer as they did; anything else is refused. */
export function repeatedReturn(
  { db }: OpenStore,
  purchaseId: Id<'purchase'>,
  entryKind: 'return' | 'void',
  originalId: Id<'purchase'> | null,
  refunds: readonly Refund[] | null,
): Outcome<{ readonly purchaseId: Id<'purchase'> }, Refusal<'purchase-id-reused'>> {
  const known = saleToReturn.get(db, { purchaseId });
  const original = originalOf.get(db, { purchaseId })?.originalId ?? null;
  if (known?.entryKind !== entryKind || original !== originalId) return refuse('purchase-id-reused');
  const paidOut = tendersOf.all(db, { purchasePk: known.purchasePk }).filter(({ kind }) => kind !== 'points');
  const isSame =
    refunds === null ||
    (paidOut.length === refunds.length &&
      paidOut.every(
        ({ kind, amountMinor }, index) => kind === refunds[index]?.kind && -amountMinor === refunds[index].amountMinor,
      ));
  return isSame ? done({ purchaseId }) : refuse('purchase-id-reused');
}
