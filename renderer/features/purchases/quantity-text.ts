import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { readDecimal } from '../../lib/decimal-text.ts';
import { LARGEST_QUANTITY } from './basket.ts';

/** Reads a quantity as typed (`3`, `0.456`, `１．５`) in thousandths; null where it is none. Pieces are whole. */
export function readQuantity(text: string, unit: ProductRow['unit']): number | null {
  const thousandths = readDecimal(text, 3);
  if (thousandths === null || thousandths < 1 || thousandths > LARGEST_QUANTITY) return null;
  return unit === 'piece' && thousandths % 1000 !== 0 ? null : thousandths;
}

/** What the product field holds: a code or some letters, and before a `*` how many. */
export interface ProductEntry {
  /** As typed; null without a `*`. */
  readonly quantity: string | null;
  readonly code: string;
}

export function readEntry(text: string): ProductEntry {
  const typed = text.normalize('NFKC').trim();
  const parts = /^([\d.,]+)\s*[*×]\s*(.*)$/.exec(typed);
  return parts ? { quantity: parts[1] ?? '', code: parts[2] ?? '' } : { quantity: null, code: typed };
}
