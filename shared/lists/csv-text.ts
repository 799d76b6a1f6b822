import type { Cell } from './export.ts';
import { FORMULA_START } from './formula.ts';

/** Says to a spreadsheet that the text is UTF-8; without it Excel takes Chinese for another encoding. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Some countries' Excel separates by semicolons, so they are kept inside quotes as well. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/** An apostrophe before what would run: a spreadsheet shows the text and does nothing (OWASP, "CSV Injection"). */
const quoted = (text: string): string => {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

function textOf(cell: Cell | null): string {
  if (cell === null) return '';
  switch (cell.is) {
    case 'text':
      return quoted(cell.text);
    case 'number':
      // 13 % as a spreadsheet reads it; no text, so its minus is a minus.
      return cell.isPercent ? `${Number((cell.value * 100).toFixed(cell.places))}%` : cell.value.toFixed(cell.places);
    case 'date':
      return cell.date;
  }
}

/** One line of a CSV file (RFC 4180), its end included. */
export const csvLine = (cells: readonly (Cell | null)[]): string => `${cells.map(textOf).join(',')}\r\n`;
