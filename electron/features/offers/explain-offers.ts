import { couponKindInForce } from '../../../db/coupons/coupons.queries.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { productById } from '../../../db/products/products.queries.ts';
import type { OfferExplanation } from '../../../shared/contract/offers.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Extra } from '../../../shared/promotions/terms.ts';
import type { PricedBasket } from '../../../shared/purchases/sale.ts';

/** For every live offer, in the order of turns, what it gives this basket or why nothing. */
export function explainOffers(db: ReadDb, { offers }: PricedBasket): OfferExplanation[] {
  if (!offers) return [];
  const { actions, explanations } = offers.evaluation;
  return explanations.map((one): OfferExplanation => {
    if (!one.applied) return { ...one, details: withCouponName(db, one.details) };
    const action = actions.find(({ offerId }) => offerId === one.offerId);
    return {
      ...one,
      perLine: [...one.perLine],
      extra: !action || action.kind === 'discount' ? null : extraOf(db, action),
      points: offers.points.get(one.offerId) ?? 0,
    };
  });
}

const couponName = (db: ReadDb, kindId: Id<'coupon-kind'>): string =>
  couponKindInForce.get(db, { kindId })?.terms.name ?? '';

/** The sentence says the coupon's name. */
const withCouponName = (
  db: ReadDb,
  { couponKindId, ...details }: Readonly<Record<string, string | number>>,
): Record<string, string | number> =>
  couponKindId === undefined ? details : { ...details, coupon: couponName(db, couponKindId as Id<'coupon-kind'>) };

type ShownExtra = NonNullable<Extract<OfferExplanation, { readonly applied: true }>['extra']>;

function extraOf(db: ReadDb, extra: Extra): ShownExtra {
  switch (extra.kind) {
    case 'points-multiplier':
      return { kind: extra.kind, percent: extra.percent, lines: [...extra.lines] };
    case 'bonus-points':
      return { kind: extra.kind, points: extra.points };
    case 'coupon':
      return {
        kind: extra.kind,
        couponKindId: extra.couponKindId,
        name: couponName(db, extra.couponKindId),
        count: extra.count,
      };
    case 'gift': {
      const { kind, productId, quantityThousandths } = extra;
      return { kind, productId, quantityThousandths, name: productById.get(db, { productId })?.name ?? '' };
    }
  }
}
