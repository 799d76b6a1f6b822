import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { quantityText, readQuantity } from '../../lib/quantity-text.ts';

/** One step up or down from what is typed, within 0 and `most`. */
export function stepped(text: string, unit: ProductRow['unit'], most: number, direction: 1 | -1): string {
  const now = readQuantity(text, unit, most) ?? 0;
  const step = unit === 'piece' ? 1000 : 100;
  return quantityText(Math.min(most, Math.max(0, now + direction * step)));
}
