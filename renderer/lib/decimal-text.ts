/**
 * A number as typed, as an integer of `digits` places: `12.5` with two places is 1250. Full-width digits and grouping
 * are read too. Null where it is no such number, has more places, or is too large. No floating point comes near it.
 */
export function readDecimal(text: string, digits: number): number | null {
  const typed = text
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .trim();
  const parts = /^(\d{1,10})(?:\.(\d*))?$/.exec(typed);
  if (!parts) return null;
  const [, whole = '', fraction = ''] = parts;
  return fraction.length > digits ? null : Number(whole + fraction.padEnd(digits, '0'));
}

/** The shortest text that `readDecimal` reads back: 1250 with two places is `12.5`; `full` keeps every place. */
export function decimalText(scaled: number, digits: number, full = false): string {
  if (digits === 0) return String(scaled);
  const text = String(scaled).padStart(digits + 1, '0');
  const fraction = full ? text.slice(-digits) : text.slice(-digits).replace(/0+$/, '');
  return fraction === '' ? text.slice(0, -digits) : `${text.slice(0, -digits)}.${fraction}`;
}
