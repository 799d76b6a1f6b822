import type { ProductRow } from '../contract/products.contract.ts';
import type { CellKind } from '../lists/export.ts';

/** What each column of the product list holds. */
export const PRODUCT_CELLS = {
  name: 'text',
  category: 'text',
  sku: 'text',
  barcode: 'text',
  unit: 'words',
  taxRateBp: 'percent',
  priceMinor: 'money',
  status: 'words',
} as const satisfies Record<Exclude<keyof ProductRow, 'productId'>, CellKind>;
