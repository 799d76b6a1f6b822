import { linesOf, originalOf, saleToReturn, tendersOf } from '../../../db/purchases/purchases.queries.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { isOwnReceiptNumber } from '../../../shared/purchases/receipt-number.ts';
import type { Refund, ReturnLine } from '../../../shared/purchases/return.ts';
import type { OpenStore } from '../../api/open-store.ts';

type Product = Id<'product'> | null;

/** What is asked for again. A void takes back the whole sale, so it names neither lines nor refunds. */
interface AskedAgain {
  readonly entryKind: 'return' | 'void';
  readonly originalId: Id<'purchase'> | null;
  /** The number of the till's own software; none where the till counts on its own. */
  readonly posReceiptNumber?: string | undefined;
  readonly lines?: readonly (
    | ReturnLine
    | { readonly productId: Product; readonly quantityThousandths: number; readonly unitPriceMinor: number }
  )[];
  readonly refunds?: readonly Refund[];
}

/** A lost answer is asked for again: the same return of the same goods answers as it did; anything else is refused. */
export function repeatedReturn(
  { db, facts }: OpenStore,
  purchaseId: Id<'purchase'>,
  { entryKind, originalId, posReceiptNumber, lines, refunds }: AskedAgain,
): Outcome<{ readonly purchaseId: Id<'purchase'> }, Refusal<'purchase-id-reused'>> {
  const known = saleToReturn.get(db, { purchaseId });
  const original = originalOf.get(db, { purchaseId })?.originalId ?? null;
  if (known?.entryKind !== entryKind || original !== originalId) return refuse('purchase-id-reused');
  const { receiptNumber } = known;
  const isOwnNumber = isOwnReceiptNumber(facts.storeCode, facts.tillCode, receiptNumber);
  if (entryKind === 'return' && (isOwnNumber ? undefined : receiptNumber) !== posReceiptNumber)
    return refuse('purchase-id-reused');
  const paidOut = tendersOf.all(db, { purchasePk: known.purchasePk }).filter(({ kind }) => kind !== 'points');
  const isSame =
    (!lines || sameText(goodsAsked(lines), goodsRecorded(db, known.purchasePk))) &&
    (!refunds ||
      sameText(
        refunds.map(({ kind, amountMinor, reference }) => [kind, amountMinor, reference]),
        paidOut.map(({ kind, amountMinor, reference }) => [kind, -amountMinor, reference]),
      ));
  return isSame ? done({ purchaseId }) : refuse('purchase-id-reused');
}

type Goods = readonly (readonly [line: number | Product, quantityThousandths: number, unitPriceMinor: number | null])[];

const sameText = (a: readonly unknown[], b: readonly unknown[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** By line of the receipt, each once, in the order in which a return records them; without a receipt as they were named. */
function goodsAsked(lines: NonNullable<AskedAgain['lines']>): Goods {
  const byLine = new Map<number, number>();
  const named: [Product, number, number][] = [];
  for (const line of lines)
    if ('lineNo' in line) byLine.set(line.lineNo, (byLine.get(line.lineNo) ?? 0) + line.quantityThousandths);
    else named.push([line.productId, line.quantityThousandths, line.unitPriceMinor]);
  const received = [...byLine]
    .toSorted(([a], [b]) => a - b)
    .map(([lineNo, quantity]) => [lineNo, quantity, null] as const);
  return [...received, ...named];
}

const goodsRecorded = (db: OpenStore['db'], purchasePk: number): Goods =>
  linesOf
    .all(db, { purchasePk })
    .map(({ originalLineNo, productId, quantityThousandths, unitPriceMinor }) =>
      originalLineNo === null
        ? [productId, -quantityThousandths, unitPriceMinor]
        : [originalLineNo, -quantityThousandths, null],
    );
