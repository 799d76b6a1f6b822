/**
 * The thirteenth digit of an EAN-13 (GTIN-13) barcode: twelve digits weighted 1, 3, 1, 3 … from the left, brought up to
 * the next ten (GS1 General Specifications, 7.9). Throws RangeError on anything but twelve digits.
 */
export function ean13CheckDigit(twelve: string): number {
  if (!/^\d{12}$/.test(twelve)) throw new RangeError(`ean13CheckDigit: ${twelve} is not twelve digits`);
  const sum = Array.from(twelve, Number).reduce((acc, digit, index) => acc + digit * (index % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}
