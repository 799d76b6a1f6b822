import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { readQuantity } from '../../lib/quantity-text.ts';

/** A product that is tried, with its quantity as typed. */
export interface TriedLine {
  readonly product: ProductRow;
  readonly quantity: string;
}

const MOST_THOUSANDTHS = 1_000_000_000;

/** The line's quantity in thousandths; null where it is none. */
export const triedQuantity = ({ product, quantity }: TriedLine): number | null =>
  readQuantity(quantity, product.unit, MOST_THOUSANDTHS) || null;

/** The product once more: one more of it, or another line. */
export function withTried(lines: readonly TriedLine[], product: ProductRow): TriedLine[] {
  const known = lines.find((line) => line.product.productId === product.productId);
  if (!known) return [...lines, { product, quantity: '1' }];
  const more = (triedQuantity(known) ?? 0) + 1000;
  return lines.map((line) => (line === known ? { product, quantity: String(more / 1000) } : line));
}
