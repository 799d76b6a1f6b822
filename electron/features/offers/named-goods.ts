import type { ReadDb } from '../../../db/kernel/connection.ts';
import { categoryById, productById } from '../../../db/products/products.queries.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { goodsIn } from '../../../shared/promotions/check-offers.ts';
import type { OfferTerms } from '../../../shared/promotions/offer.ts';

interface NamedGoods {
  readonly categoryIds: readonly Id<'category'>[];
  readonly productIds: readonly Id<'product'>[];
}

/** The categories and products that an offer names, each once. */
export function namedIn({ action, conditions }: OfferTerms): NamedGoods {
  const goods = [action, ...conditions].flatMap(goodsIn);
  return {
    categoryIds: [...new Set(goods.flatMap(({ categoryIds }) => categoryIds))],
    productIds: [
      ...new Set([
        ...goods.flatMap(({ productIds, exceptProductIds }) => [...productIds, ...exceptProductIds]),
        ...(action.kind === 'gift' ? [action.productId] : []),
      ]),
    ],
  };
}

/** Whether the store knows all that an offer names. It keeps no kinds of coupons and no audiences, so it knows none. */
export function knowsAllOf(db: ReadDb, terms: OfferTerms): boolean {
  const { categoryIds, productIds } = namedIn(terms);
  if (terms.action.kind === 'coupon' || terms.conditions.some(({ kind }) => kind === 'audience')) return false;
  return (
    categoryIds.every((categoryId) => categoryById.get(db, { categoryId })) &&
    productIds.every((productId) => productById.get(db, { productId }))
  );
}
