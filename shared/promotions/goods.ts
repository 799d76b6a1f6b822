import { z } from 'zod';
import { idOf } from '../kernel/id.ts';

/**
 * Which goods are meant: these products and categories, or all where neither is named, but never `exceptProductIds`.
 * What stands for no product is among all goods, and among no named ones.
 */
export const goodsSchema = z.object({
  productIds: z.array(idOf('product')).max(2000),
  categoryIds: z.array(idOf('category')).max(500),
  exceptProductIds: z.array(idOf('product')).max(2000),
});
export type Goods = z.infer<typeof goodsSchema>;

export const ALL_GOODS: Goods = { productIds: [], categoryIds: [], exceptProductIds: [] };

/** Goods that contradict themselves: every one that is named is left out again. */
export const areNone = ({ productIds, categoryIds, exceptProductIds }: Goods): boolean =>
  productIds.length > 0 && categoryIds.length === 0 && productIds.every((id) => exceptProductIds.includes(id));
