import { entriesOfPurchase, linesToReturn, saleToReturn, tendersOf } from '../../../db/purchases/purchases.queries.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { SaleToReturn } from '../../../shared/purchases/return.ts';
import type { OpenStore } from '../../api/open-store.ts';

export interface ReturnableSale extends SaleToReturn {
  readonly tillId: Id<'till'>;
}

/** A sale that still stands, with what has come back of it. Returns and voided sales are not returnable. */
export function returnableSale(
  { db }: OpenStore,
  purchaseId: Id<'purchase'>,
): Outcome<ReturnableSale, Refusal<'purchase-unknown' | 'not-returnable'>> {
  const sale = saleToReturn.get(db, { purchaseId });
  if (!sale) return refuse('purchase-unknown');
  if (sale.entryKind !== 'sale' || sale.state !== 'completed') return refuse('not-returnable');
  const { purchasePk, memberPk } = sale;
  const lines = linesToReturn.all(db, { purchasePk });
  const entries = memberPk === null ? [] : entriesOfPurchase.all(db, { memberPk, purchasePk });
  const earned = entries.find((entry) => entry.kind === 'earn');
  return done({
    ...sale,
    lines: lines.map(({ returnedThousandths: _, ...line }) => ({ ...line, override: null, originalLineNo: null })),
    returnedThousandths: lines.map((line) => line.returnedThousandths),
    tenders: tendersOf.all(db, { purchasePk }),
    taken: entries
      .filter((entry) => entry.kind === 'redeem')
      .map(({ lotId, ownerId, points }) => ({ lotId, ownerId, points: -points })),
    earned: earned ? { lotId: earned.lotId, heldPoints: earned.heldPoints } : null,
  });
}
