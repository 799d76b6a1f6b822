import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { mulDivHalfUp } from '../../../shared/kernel/round.ts';
import { readDecimal } from '../../lib/decimal-text.ts';
import { quantityText, readQuantity } from '../../lib/quantity-text.ts';

/** The most of one product on a stock document, in thousandths. */
export const LARGEST_QUANTITY = 100_000_000;
const DEAREST_MINOR = 100_000_000;

/** Goods that came in: quantity and unit cost as typed; no cost typed is none known. */
export interface GoodsLine {
  readonly product: Pick<ProductRow, 'productId' | 'name' | 'sku' | 'unit'>;
  readonly quantity: string;
  readonly cost: string;
}

/** One more of a product: the line grows, whatever else was typed. */
export function withProduct(lines: readonly GoodsLine[], product: ProductRow): GoodsLine[] {
  const { productId, name, sku, unit } = product;
  const at = lines.findIndex((line) => line.product.productId === productId);
  const known = lines[at];
  if (!known) return [...lines, { product: { productId, name, sku, unit }, quantity: '1', cost: '' }];
  const more = (readQuantity(known.quantity, unit, LARGEST_QUANTITY) ?? 0) + 1000;
  return lines.with(at, { ...known, quantity: quantityText(more) });
}

/** Null where it cannot be read, or is nothing. */
export const quantityOf = ({ product, quantity }: GoodsLine): number | null =>
  readQuantity(quantity, product.unit, LARGEST_QUANTITY) || null;

/** What one costs, in minor units; `unknown` where nothing was typed, null where it cannot be read. */
export function costOf({ cost }: GoodsLine, digits: number): number | 'unknown' | null {
  if (cost.trim() === '') return 'unknown';
  const minor = readDecimal(cost, digits);
  return minor === null || minor > DEAREST_MINOR ? null : minor;
}

/** What a line costs; null where quantity or cost is not known. */
export function lineCostMinor(line: GoodsLine, digits: number): number | null {
  const quantityThousandths = quantityOf(line);
  const cost = costOf(line, digits);
  return quantityThousandths === null || typeof cost !== 'number'
    ? null
    : mulDivHalfUp(cost, quantityThousandths, 1000);
}
