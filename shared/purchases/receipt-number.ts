/** `S01-T1-000042`: unique in the chain, in the order of the till's own counter, readable over a telephone. */
export const receiptNumber = (storeCode: string, tillCode: string, counter: number): string =>
  `${storeCode}-${tillCode}-${String(counter).padStart(6, '0')}`;

/** Whether the till's own counter gives, gave or will give this number. */
export function isOwnReceiptNumber(storeCode: string, tillCode: string, number: string): boolean {
  const prefix = `${storeCode}-${tillCode}-`;
  return number.startsWith(prefix) && /^\d+$/.test(number.slice(prefix.length));
}

/** The number that a till's counter gives next. */
export function nextReceipt(till: {
  readonly storeCode: string;
  readonly tillCode: string;
  readonly lastReceiptCounter: number;
}): { readonly receiptCounter: number; readonly receiptNumber: string } {
  const receiptCounter = till.lastReceiptCounter + 1;
  return { receiptCounter, receiptNumber: receiptNumber(till.storeCode, till.tillCode, receiptCounter) };
}
