import type { Id } from '../kernel/id.ts';
import { mulDivHalfUp } from '../kernel/round.ts';

/** A product, or an open item in its place, as the till needs it when it prices a line. */
export interface ProductSnapshot {
  /** Null for an open item. */
  readonly productId: Id<'product'> | null;
  readonly categoryId: Id<'category'> | null;
  readonly sku: string;
  readonly name: string;
  readonly barcode: string | null;
  readonly unit: 'piece' | 'kg';
  readonly priceMinor: number;
  readonly costMinor: number | null;
  readonly taxRateBp: number;
}

export interface PricedLine {
  readonly product: ProductSnapshot;
  readonly quantityThousandths: number;
  readonly unitPriceMinor: number;
  /** The catalogue's price, where the line's differs, and why. */
  readonly override: { readonly listPriceMinor: number; readonly reason: string } | null;
  readonly grossMinor: number;
  readonly discountMinor: number;
  readonly netMinor: number;
  readonly taxMinor: number;
}

/** The tax inside a tax-inclusive amount: `amount × rate ÷ (1 + rate)`, half away from zero. */
export const taxWithin = (amountMinor: number, taxRateBp: number): number =>
  mulDivHalfUp(amountMinor, taxRateBp, 10_000 + taxRateBp);

/** Prices one line: price × quantity rounded to the minor unit, the tax found inside the net. */
export function priceLine(
  product: ProductSnapshot,
  quantityThousandths: number,
  override?: { readonly unitPriceMinor: number; readonly reason: string },
): PricedLine {
  const unitPriceMinor = override?.unitPriceMinor ?? product.priceMinor;
  const grossMinor = mulDivHalfUp(unitPriceMinor, quantityThousandths, 1000);
  return {
    product,
    quantityThousandths,
    unitPriceMinor,
    override: override ? { listPriceMinor: product.priceMinor, reason: override.reason } : null,
    grossMinor,
    discountMinor: 0,
    netMinor: grossMinor,
    taxMinor: taxWithin(grossMinor, product.taxRateBp),
  };
}

export interface Totals {
  readonly grossMinor: number;
  readonly discountMinor: number;
  readonly netMinor: number;
  readonly taxMinor: number;
}

export const totalsOf = (lines: readonly Totals[]): Totals =>
  lines.reduce(
    (sum, line) => ({
      grossMinor: sum.grossMinor + line.grossMinor,
      discountMinor: sum.discountMinor + line.discountMinor,
      netMinor: sum.netMinor + line.netMinor,
      taxMinor: sum.taxMinor + line.taxMinor,
    }),
    { grossMinor: 0, discountMinor: 0, netMinor: 0, taxMinor: 0 },
  );

/** The dearest basket that is taken: beyond it a typing error is certain, and sums stay far inside safe integers. */
export const MAX_BASKET_MINOR = 100_000_000_000;
