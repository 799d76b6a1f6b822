import type { Id } from '../../../shared/kernel/id.ts';
import { localTimeText } from '../../../shared/kernel/instant.ts';
import { type PaperLine, receiptLines } from '../../../shared/receipts/receipt-lines.ts';
import type { ReceiptLanguage } from '../../../shared/receipts/receipt-words.ts';
import { decimalPlaces } from '../../../shared/stores/decimal-places.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { receiptOf } from '../purchases/receipt-of.ts';

/** The lines of a receipt for paper of so many columns. Null for an id that is not here. */
export function paperOf(
  store: OpenStore,
  purchaseId: Id<'purchase'>,
  columns: number,
  language: ReceiptLanguage,
): PaperLine[] | null {
  const receipt = receiptOf(store, purchaseId);
  return (
    receipt &&
    receiptLines(receipt, {
      columns,
      language,
      currencyDigits: decimalPlaces(receipt.currency),
      localTime: localTimeText(receipt.occurredAtMs, store.day.zone),
    })
  );
}
