import { conditionsOver, type Fields } from '../lists/conditions.ts';

/** What the product list can be filtered by, in the order in which it is offered. */
export const PRODUCT_FIELDS = {
  category: { kind: 'choice', among: 'categories' },
  price: { kind: 'amount', unit: 'money' },
  status: { kind: 'choice', among: ['active', 'discontinued'] },
  unit: { kind: 'choice', among: ['piece', 'kg'] },
  taxRate: { kind: 'choice', among: 'tax-rates' },
  hasBarcode: { kind: 'flag' },
  hasCategory: { kind: 'flag' },
  belowCost: { kind: 'flag' },
} as const satisfies Fields;
export type ProductField = keyof typeof PRODUCT_FIELDS;

export const productConditions = conditionsOver(PRODUCT_FIELDS);
