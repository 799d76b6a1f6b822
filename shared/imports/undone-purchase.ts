import type { Id } from '../kernel/id.ts';
import { minus } from '../kernel/minus.ts';
import type { PurchaseFact } from '../purchases/purchase.fact.ts';

/**
 * What takes an imported purchase back: the void of a sale, and of a return the same with the opposite sign. On the day
 * of the purchase itself, so that the sums of every day are what they were before the import.
 */
export const undonePurchase = (fact: PurchaseFact, id: Id<'purchase'>): PurchaseFact => ({
  ...fact,
  id,
  entryKind: fact.entryKind === 'sale' ? 'void' : 'return',
  // A number is taken once for each kind of entry, and a return's own is taken.
  receiptNumber: fact.entryKind === 'sale' ? fact.receiptNumber : `${fact.receiptNumber} −`,
  originalId: fact.id,
  grossMinor: minus(fact.grossMinor),
  discountMinor: minus(fact.discountMinor),
  netMinor: minus(fact.netMinor),
  taxMinor: minus(fact.taxMinor),
  lines: fact.lines.map((line, index) => ({
    ...line,
    quantityThousandths: minus(line.quantityThousandths),
    grossMinor: minus(line.grossMinor),
    discountMinor: minus(line.discountMinor),
    netMinor: minus(line.netMinor),
    taxMinor: minus(line.taxMinor),
    originalLineNo: index + 1,
  })),
  tenders: fact.tenders.map((tender) => ({ ...tender, amountMinor: minus(tender.amountMinor) })),
});
