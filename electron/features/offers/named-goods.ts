import { audienceById } from '../../../db/audiences/audiences.queries.ts';
import { couponKindInForce } from '../../../db/coupons/coupons.queries.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { categoryById, productById } from '../../../db/products/products.queries.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { goodsIn } from '../../../shared/promotions/check-offers.ts';
import { audiencesOf } from '../../../shared/promotions/conditions/audience.ts';
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

/** The kinds of coupons that an offer gives or asks for, each once. */
export const couponKindsIn = ({ action, conditions }: OfferTerms): Id<'coupon-kind'>[] => [
  ...new Set([action, ...conditions].flatMap((part) => (part.kind === 'coupon' ? [part.couponKindId] : []))),
];

/** Whether the store knows all that an offer names. */
export function knowsAllOf(db: ReadDb, terms: OfferTerms): boolean {
  const { categoryIds, productIds } = namedIn(terms);
  return (
    categoryIds.every((categoryId) => categoryById.get(db, { categoryId })) &&
    productIds.every((productId) => productById.get(db, { productId })) &&
    couponKindsIn(terms).every((kindId) => couponKindInForce.get(db, { kindId })) &&
    audiencesOf(terms.conditions).every((audienceId) => audienceById.get(db, { audienceId })?.state === 'active')
  );
}
