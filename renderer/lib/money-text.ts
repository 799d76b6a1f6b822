/** Reads an amount as typed (`12.5`, `１２`, `1,200.00`) in minor units; null where it is none. No floating point. */
export function readMoney(text: string, digits: number): number | null {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/^[^\d.-]{1,3}/, '')
    .replace(/,(?=\d{3})/g, '');
  const parts = /^(\d{1,9})(?:\.(\d*))?$|^\.(\d+)$/.exec(typed);
  const fraction = parts?.[2] ?? parts?.[3] ?? '';
  if (!parts || fraction.length > digits) return null;
  return Number((parts[1] ?? '0') + fraction.padEnd(digits, '0'));
}

/** An amount as `readMoney` reads it back: 1250 → 12.50. */
export function moneyText(minor: number, digits: number): string {
  const all = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}`;
}
