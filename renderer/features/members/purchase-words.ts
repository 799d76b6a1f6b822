import type { TFunction } from 'i18next';
import type { PurchaseRow } from '../../../shared/contract/purchases.contract.ts';

/** What was bought, in a few words: the first line and how many more. */
export function purchaseWords({ firstLine, lineCount, receiptNumber }: PurchaseRow, t: TFunction): string {
  if (firstLine === null) return t('members.timeline.nothing', { number: receiptNumber });
  if (lineCount < 2) return firstLine;
  return t('members.purchases.more', { first: firstLine, count: lineCount - 1 });
}
