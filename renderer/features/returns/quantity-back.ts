import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { decimalText, readDecimal } from '../../lib/decimal-text.ts';

type Unit = ProductRow['unit'];

/** How much comes back, as typed, in thousandths; nothing typed is none. Null where it is no quantity up to `most`. */
export function readQuantityBack(text: string, unit: Unit, most: number): number | null {
  if (text.trim() === '') return 0;
  const thousandths = readDecimal(text, 3);
  if (thousandths === null || thousandths > most) return null;
  return unit === 'piece' && thousandths % 1000 !== 0 ? null : thousandths;
}

export const quantityText = (thousandths: number): string => decimalText(thousandths, 3);

/** One step up or down from what is typed, within 0 and `most`. */
export function stepped(text: string, unit: Unit, most: number, direction: 1 | -1): string {
  const now = readQuantityBack(text, unit, most) ?? 0;
  const step = unit === 'piece' ? 1000 : 100;
  return quantityText(Math.min(most, Math.max(0, now + direction * step)));
}
