import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { LARGEST_QUANTITY } from './basket.ts';

/** Reads a quantity as typed (`3`, `0.456`, `１．５`) in thousandths; null where it is none. Pieces are whole. */
export function readQuantity(text: string, unit: ProductRow['unit']): number | null {
  const typed = text.normalize('NFKC').trim().replace(',', '.');
  const parts = /^(\d{1,6})(?:\.(\d{0,3}))?$|^\.(\d{1,3})$/.exec(typed);
  if (!parts) return null;
  const thousandths = Number(parts[1] ?? '0') * 1000 + Number((parts[2] ?? parts[3] ?? '').padEnd(3, '0'));
  if (thousandths < 1 || thousandths > LARGEST_QUANTITY) return null;
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
