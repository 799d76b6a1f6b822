/** `S01-T1-000042`: unique in the chain, in the order of the till's own counter, readable over a telephone. */
export const receiptNumber = (storeCode: string, tillCode: string, counter: number): string =>
  `${storeCode}-${tillCode}-${String(counter).padStart(6, '0')}`;

/** Whether the till's own counter gives, gave or will give this number. */
export function isOwnReceiptNumber(storeCode: string, tillCode: string, number: string): boolean {
  const prefix = `${storeCode}-${tillCode}-`;
  return number.startsWith(prefix) && /^\d+$/.test(number.slice(prefix.length));
}

interface Counter {
  readonly storeCode: string;
  readonly tillCode: string;
  readonly lastReceiptCounter: number;
}
interface Numbered {
  readonly receiptCounter: number;
  readonly receiptNumber: string;
}

/** The number that a till's counter gives next. */
export function nextReceipt(till: Counter): Numbered {
  const receiptCounter = till.lastReceiptCounter + 1;
  return { receiptCounter, receiptNumber: receiptNumber(till.storeCode, till.tillCode, receiptCounter) };
}

/** A number from outside takes none of the till's own, which so stay without a gap. */
export const receiptTaken = (till: Counter, posReceiptNumber: string | undefined): Numbered =>
  posReceiptNumber === undefined ? nextReceipt(till) : { receiptCounter: 0, receiptNumber: posReceiptNumber };
