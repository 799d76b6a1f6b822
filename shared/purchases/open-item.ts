import type { ProductSnapshot } from './price.ts';

/** Goods that no product of the catalogue stands for, as the till names and prices them. */
export interface OpenItem {
  /** What was scanned and nobody knew; null where nothing was. */
  readonly barcode: string | null;
  readonly name: string;
  readonly unitPriceMinor: number;
  readonly taxRateBp: number;
}

/**
 * An open item as a line is priced with it. Having neither product nor category, it earns by the programme's general
 * rate: no product's or category's own percentage applies.
 */
export const openProduct = ({ barcode, name, unitPriceMinor, taxRateBp }: OpenItem): ProductSnapshot => ({
  productId: null,
  categoryId: null,
  sku: '',
  name,
  barcode,
  unit: 'piece',
  priceMinor: unitPriceMinor,
  costMinor: null,
  taxRateBp,
});
