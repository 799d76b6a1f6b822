import type { Quote } from '../../../shared/contract/purchases.contract.ts';
import { asCouponCode } from '../../../shared/coupons/coupon-code.ts';
import type { Refusal } from '../../../shared/kernel/outcome.ts';
import { type BasketSnapshot, couponUsesOf, type PricedBasket } from '../../../shared/purchases/sale.ts';

/** Each coupon that is presented, with the offer that would use it up, or why it is not taken. */
export function couponsInQuote(snapshot: BasketSnapshot, priced: PricedBasket): Quote['coupons'] {
  if (snapshot.presented.length === 0) return [];
  const uses = couponUsesOf(snapshot, priced);
  return snapshot.presented.map(({ code, kind, refusal }) => ({
    code,
    name: kind?.name ?? null,
    throughDate: kind?.throughDate ?? null,
    offerId: uses.find((use) => use.code === code)?.offerId ?? null,
    refusal: refusal && { reason: refusal.reason, details: { ...refusal.details } },
  }));
}

/** Too many codes were wrong: nothing is said of any but how long to wait. */
export const couponsThatWait = (
  codes: readonly string[],
  { reason, details }: Refusal<'coupon-wait'>,
): Quote['coupons'] =>
  [...new Set(codes.map(asCouponCode))].map((code) => ({
    code,
    name: null,
    throughDate: null,
    offerId: null,
    refusal: { reason, details: { ...details } },
  }));
