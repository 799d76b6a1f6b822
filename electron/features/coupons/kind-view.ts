import {
  allCouponKinds,
  batchesOfKind,
  couponKindById,
  offersAskingForCoupons,
} from '../../../db/coupons/coupons.queries.ts';
import type { CouponBatch, CouponKindRow, CouponKindView } from '../../../shared/contract/coupons.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';

type Found = ReturnType<typeof allCouponKinds.all>[number];
type Asking = ReturnType<typeof offersAskingForCoupons.all>;

const rowOf = (store: OpenStore, { owner, ...found }: Found, asking: Asking): CouponKindRow => ({
  ...found,
  open: found.issued - found.used - found.takenBack - found.expired,
  offers: asking.filter(({ kindId }) => kindId === found.kindId).map(({ offerId, name }) => ({ offerId, name })),
  isOwn: owner === store.facts.storeId,
});

export function couponKindRows(store: OpenStore, nowMs: number): CouponKindRow[] {
  const asking = offersAskingForCoupons.all(store.db, {});
  return allCouponKinds
    .all(store.db, { today: businessDate(nowMs, store.day) })
    .map((found) => rowOf(store, found, asking));
}

export function viewCouponKind(
  store: OpenStore,
  kindId: Id<'coupon-kind'>,
  nowMs: number,
): Outcome<CouponKindView, Refusal<'coupon-kind-unknown'>> {
  const found = couponKindById.get(store.db, { kindId, today: businessDate(nowMs, store.day) });
  if (!found) return refuse('coupon-kind-unknown');
  return done({
    ...rowOf(store, found, offersAskingForCoupons.all(store.db, {})),
    batches: batchesOfKind.all(store.db, { kindId }).map(({ kindId: _, ...batch }): CouponBatch => batch),
  });
}
