import { randomBytes } from '../../../db/kernel/random-bytes.ts';
import { memberForSale } from '../../../db/members/members.queries.ts';
import { debtsOf, heldLots, redemptionFrozen } from '../../../db/points/points.queries.ts';
import { productForSale } from '../../../db/products/products.queries.ts';
import { openShift } from '../../../db/staff/shifts.queries.ts';
import { receiptCounter } from '../../../db/stores/stores.queries.ts';
import { newCouponCode } from '../../../shared/coupons/coupon-code.ts';
import type { PresentedCoupon } from '../../../shared/coupons/present.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Offer } from '../../../shared/promotions/offer.ts';
import type { ProductSnapshot } from '../../../shared/purchases/price.ts';
import type {
  BasketLine,
  BasketSnapshot,
  MemberSnapshot,
  SaleSnapshot,
  TillSnapshot,
} from '../../../shared/purchases/sale.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { couponsForOffers, presentCoupons } from '../coupons/coupons-at-hand.ts';
import { offersAtHand } from '../offers/offers-at-hand.ts';
import type { BuyingMember } from '../tiers/follow-purchase.ts';

/**
 * A member as the decision sees the person, with what lies under all ids that stand for it, or null for an id
 * that is not here any more: who was erased is sold nothing to. The lots are read only for who may spend of them.
 */
export function memberSnapshot(
  store: OpenStore,
  memberId: Id<'member'>,
  { maySpend = true } = {},
): (MemberSnapshot & BuyingMember) | null {
  const member = memberForSale.get(store.db, { memberId });
  if (!member || member.status === 'erased') return null;
  const { memberPk, canonicalId, status, tier, debtPoints, netMinor, purchases } = member;
  return {
    memberId,
    memberPk,
    canonicalId,
    ever: { netMinor, purchases },
    status,
    tier,
    debtPoints,
    debts: debtPoints > 0 ? debtsOf.all(store.db, { memberPk }) : [],
    lots: maySpend ? heldLots.all(store.db, { memberPk, holderId: store.facts.storeId }) : [],
    isFrozen: maySpend && redemptionFrozen.get(store.db, {})?.isFrozen === true,
  };
}

/** What a basket is priced with. Discontinued products are unknown to the till; what the stock cost on average is the cost. */
export function basketSnapshot(
  store: OpenStore,
  { lines, coupons = [] }: { readonly lines: readonly BasketLine[]; readonly coupons?: readonly string[] | undefined },
  member: (MemberSnapshot & BuyingMember) | null,
  nowMs: number,
  offers: readonly Offer[] = store.liveOffers(),
): BasketSnapshot & Pick<SaleSnapshot, 'couponKinds' | 'newCouponCode'> {
  const products = new Map<Id<'product'>, ProductSnapshot>();
  for (const line of lines) {
    if ('open' in line) continue;
    const { productId } = line;
    if (products.has(productId)) continue;
    const product = productForSale.get(store.db, { storeId: store.facts.storeId, productId });
    if (product) products.set(productId, product);
  }
  const active = member?.status === 'active' ? member : null;
  const presented: PresentedCoupon[] = presentCoupons(store, coupons, active, nowMs);
  const { atHand, kinds } = couponsForOffers(store, offers, presented, active, nowMs);
  return {
    products,
    member,
    programme: store.programme(),
    day: store.day,
    offers: offersAtHand(store, offers, member, atHand, nowMs),
    presented,
    couponKinds: kinds,
    newCouponCode: () => newCouponCode(randomBytes),
  };
}

/** Where an act happens: the till with its last receipt number, and the shift that is open there. */
export const tillSnapshot = ({ db, facts }: OpenStore): { till: TillSnapshot; shiftId: Id<'shift'> | null } => ({
  till: {
    storeId: facts.storeId,
    storeCode: facts.storeCode,
    tillId: facts.tillId,
    tillCode: facts.tillCode,
    lastReceiptCounter: receiptCounter.get(db, { tillId: facts.tillId })?.counter ?? 0,
    currency: facts.currency,
  },
  shiftId: openShift.get(db, { tillId: facts.tillId })?.shiftId ?? null,
});
