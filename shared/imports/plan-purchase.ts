import type { Id } from '../kernel/id.ts';
import { businessDate, instantOfLocal } from '../kernel/instant.ts';
import { divideHalfUp, mulDivHalfUp } from '../kernel/round.ts';
import { taxWithin, totalsOf } from '../purchases/price.ts';
import type { PurchaseFact, PurchaseLineFact } from '../purchases/purchase.fact.ts';
import type { Fault } from './fault.ts';
import { idOfRow, type Plan, type PlanTerms } from './plan.ts';
import type { PurchaseRow } from './targets/purchases.ts';

/** A line of a receipt, with its number in the file. */
export interface ReceiptLine {
  readonly at: number;
  readonly row: PurchaseRow;
}

/** The lines of one receipt number, in the order of the file. */
export interface ReceiptRows {
  readonly lines: readonly ReceiptLine[];
}

/** As many lines as a sale at the till may have; with the longest names they stay within one change of the log. */
export const MOST_LINES = 500;

export interface SoldProduct {
  readonly productId: Id<'product'>;
  readonly sku: string;
  readonly name: string;
  readonly unit: 'piece' | 'kg';
  readonly taxRateBp: number;
}

/** What the rows of a receipt say against each other, by row. Empty where they agree. */
export function receiptFaults({ lines }: ReceiptRows): (Fault & { readonly at: number })[] {
  const first = lines[0];
  if (!first) return [];
  if (lines.length > MOST_LINES)
    return lines.map(({ at }) => ({ at, field: 'receipt', reason: 'receipt-too-long', details: { most: MOST_LINES } }));
  return lines.flatMap(({ at, row }) =>
    (['soldAt', 'phone', 'card', 'externalId', 'tender'] as const).flatMap((field) =>
      row[field] === first.row[field]
        ? []
        : [{ at, field, reason: 'receipt-differs' as const, details: { row: first.at } }],
    ),
  );
}

function lineOf({ row }: ReceiptLine, product: SoldProduct): PurchaseLineFact {
  const quantity = row.quantity ?? 0;
  // The price by which the amount comes about, where the file names only the amount.
  const unitPriceMinor = row.price ?? Math.abs(divideHalfUp(BigInt(row.amount ?? 0) * 1000n, BigInt(quantity)));
  const byPrice = mulDivHalfUp(unitPriceMinor, quantity, 1000);
  const netMinor = row.amount === null ? byPrice : sameSign(row.amount, quantity);
  // An amount above the price is the price that was paid; below it, a discount was given.
  const grossMinor = Math.abs(byPrice) >= Math.abs(netMinor) ? byPrice : netMinor;
  const taxRateBp = row.taxRate ?? product.taxRateBp;
  return {
    productId: product.productId,
    sku: product.sku,
    name: product.name,
    barcode: row.barcode,
    unit: product.unit,
    quantityThousandths: quantity,
    unitPriceMinor,
    override: null,
    grossMinor,
    discountMinor: grossMinor - netMinor,
    netMinor,
    taxRateBp,
    taxMinor: taxWithin(netMinor, taxRateBp),
    costMinor: null,
    pointsEarned: 0,
    originalLineNo: null,
  };
}

/** Files give the amount of goods that came back with a minus or without one; the quantity says which it is. */
const sameSign = (amount: number, quantity: number): number => (quantity < 0 && amount > 0 ? -amount : amount);

/**
 * What the rows of a receipt become: one purchase, or one return where all of it came back. It earns no points — those
 * that it earned are in the opening balance.
 */
export function planPurchase(
  { lines }: ReceiptRows,
  found: {
    readonly memberId: Id<'member'> | null;
    readonly tillId: Id<'till'>;
    readonly products: readonly SoldProduct[];
  },
  terms: PlanTerms,
): Plan {
  const first = lines[0] as ReceiptLine;
  const priced = lines.map((line, index) => lineOf(line, found.products[index] as SoldProduct));
  const totals = totalsOf(priced);
  const occurredAtMs = instantOfLocal(first.row.soldAt ?? '', terms.day.zone);
  const body: PurchaseFact = {
    id: idOfRow(terms, 'purchase', first.at),
    entryKind: priced.every(({ quantityThousandths }) => quantityThousandths < 0) ? 'return' : 'sale',
    storeId: terms.storeId,
    tillId: found.tillId,
    receiptNumber: first.row.receipt ?? '',
    // Another system numbered it; no counter of ours was moved.
    receiptCounter: 0,
    memberId: found.memberId,
    staffId: null,
    apiKeyId: null,
    channel: 'import',
    currency: terms.currency,
    zone: terms.day.zone,
    cutoverMinutes: terms.day.cutoverMinutes,
    businessDate: businessDate(occurredAtMs, terms.day),
    occurredAtMs,
    ...totals,
    pointsPaidMinor: 0,
    pointsEarned: 0,
    pointsRedeemed: 0,
    programmeVersion: null,
    originalId: null,
    shiftId: null,
    importId: terms.importId,
    lines: priced,
    tenders:
      totals.netMinor === 0
        ? []
        : [
            {
              kind: first.row.tender ?? 'other',
              amountMinor: totals.netMinor,
              changeMinor: 0,
              points: null,
              reference: null,
            },
          ],
  };
  return { verdict: 'new', facts: [{ kind: 'purchase', body }] };
}
