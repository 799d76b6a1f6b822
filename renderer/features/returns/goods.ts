import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { priceLine, totalsOf } from '../../../shared/purchases/price.ts';
import { decimalText, readDecimal } from '../../lib/decimal-text.ts';
import { quantityText, readQuantity } from '../../lib/quantity-text.ts';

/** A product that comes back without its receipt: quantity and agreed price as typed. */
export interface GoodsLine {
  readonly product: ProductRow;
  readonly quantity: string;
  readonly price: string;
}

/** As the return is sent. */
export interface AgreedLine {
  readonly productId: ProductRow['productId'];
  readonly quantityThousandths: number;
  readonly unitPriceMinor: number;
}

const MOST = 1_000_000_000;

/** One more of a product: of what is counted the line grows, what is weighed gets a line of its own. */
export function withProduct(lines: readonly GoodsLine[], product: ProductRow, digits: number): GoodsLine[] {
  const at = lines.findIndex((line) => line.product.productId === product.productId && product.unit === 'piece');
  const known = lines[at];
  if (!known) return [...lines, { product, quantity: '1', price: decimalText(product.priceMinor, digits, true) }];
  const more = (readQuantity(known.quantity, 'piece', MOST) ?? 0) + 1000;
  return lines.with(at, { ...known, quantity: quantityText(more) });
}

export const quantityOf = ({ product, quantity }: GoodsLine): number | null =>
  readQuantity(quantity, product.unit, MOST) || null;

export const priceOf = ({ price }: GoodsLine, digits: number): number | null => readDecimal(price, digits);

/** The lines as they are sent, or null while one cannot be read. */
export function agreedLines(lines: readonly GoodsLine[], digits: number): AgreedLine[] | null {
  const agreed = lines.flatMap((line) => {
    const quantityThousandths = quantityOf(line);
    const unitPriceMinor = priceOf(line, digits);
    return quantityThousandths === null || unitPriceMinor === null
      ? []
      : [{ productId: line.product.productId, quantityThousandths, unitPriceMinor }];
  });
  return agreed.length === lines.length ? agreed : null;
}

/** What the goods come to, by the rule that the return itself is reckoned with. */
export function refundOf(lines: readonly GoodsLine[], digits: number): number | null {
  const agreed = agreedLines(lines, digits);
  if (!agreed) return null;
  const priced = agreed.flatMap(({ quantityThousandths, unitPriceMinor }, index) => {
    const product = lines[index]?.product;
    const snapshot = product && { ...product, categoryId: null, costMinor: null };
    return snapshot ? [priceLine(snapshot, quantityThousandths, { unitPriceMinor, reason: '' })] : [];
  });
  return totalsOf(priced).netMinor;
}
