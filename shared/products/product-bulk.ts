import { z } from 'zod';
import { someWords } from '../contract/fields.ts';
import type { BulkSkip } from '../lists/bulk.ts';
import { PRODUCT_STATUSES } from './product-statuses.ts';

/** What can be done to many products at once. `category` null: none. */
export const productBulkAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('category'), category: someWords(60).nullable() }),
  z.object({ kind: z.literal('taxRateBp'), taxRateBp: z.int().min(0).max(10_000) }),
  z.object({ kind: z.literal('status'), status: z.enum(PRODUCT_STATUSES) }),
]);
export type ProductBulkAct = Readonly<z.output<typeof productBulkAct>>;

/** The fields that an act on many can set. */
export interface BulkFields {
  readonly category: string | null;
  readonly taxRateBp: number;
  readonly status: (typeof PRODUCT_STATUSES)[number];
}

/** What the act sets. */
export function fieldSetBy(act: ProductBulkAct): Partial<BulkFields> {
  switch (act.kind) {
    case 'category':
      return { category: act.category };
    case 'taxRateBp':
      return { taxRateBp: act.taxRateBp };
    case 'status':
      return { status: act.status };
  }
}

/** Whether a product's field is as the act sets it. */
export const isAsSet = (act: ProductBulkAct, product: BulkFields): boolean =>
  product[act.kind] === fieldSetBy(act)[act.kind];

/** Why a product stays as it is; null where the act changes it. Only its owner changes a product. */
export function productSkip(
  act: ProductBulkAct,
  product: BulkFields & { readonly owner: string },
  storeId: string,
): BulkSkip | null {
  if (product.owner !== storeId) return 'not-the-owner';
  return isAsSet(act, product) ? 'already' : null;
}
