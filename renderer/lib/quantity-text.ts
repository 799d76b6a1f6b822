import type { ProductRow } from '../../shared/contract/products.contract.ts';
import { decimalText, readDecimal } from './decimal-text.ts';

/** A quantity as typed, in thousandths; nothing typed is none. Null where it is no quantity up to `most`: pieces are whole. */
export function readQuantity(text: string, unit: ProductRow['unit'], most: number): number | null {
  if (text.trim() === '') return 0;
  const thousandths = readDecimal(text, 3);
  if (thousandths === null || thousandths > most) return null;
  return unit === 'piece' && thousandths % 1000 !== 0 ? null : thousandths;
}

/** The shortest text that reads as this quantity. */
export const quantityText = (thousandths: number): string => decimalText(thousandths, 3);
