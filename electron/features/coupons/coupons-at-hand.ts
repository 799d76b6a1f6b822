import {
  couponKindInForce,
  couponsHeldBy,
  couponsUsedBy,
  couponToPresent,
  isSamePerson,
} from '../../../db/coupons/coupons.queries.ts';
import { asCouponCode } from '../../../shared/coupons/coupon-code.ts';
import { type CouponInForce, leftToIssue } from '../../../shared/coupons/coupon-kind.ts';
import { misread, type PresentedCoupon, present, unknownCoupon } from '../../../shared/coupons/present.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { type CouponsAtHand, NO_COUPONS } from '../../../shared/promotions/coupons-at-hand.ts';
import type { Offer } from '../../../shared/promotions/offer.ts';
import type { OpenStore } from '../../api/open-store.ts';

type KindId = Id<'coupon-kind'>;
/** The member at the till whose membership is in force, or null. */
type Holder = { readonly memberPk: number } | null;

/** What is to be said of each code that a customer presents, each once. */
export function presentCoupons(
  store: OpenStore,
  codes: readonly string[],
  member: Holder,
  nowMs: number,
): PresentedCoupon[] {
  if (codes.length === 0) return [];
  const today = businessDate(nowMs, store.day);
  return [...new Set(codes.map(asCouponCode))].map((code) => misread(code) ?? lookUp(store, code, member, today));
}

function lookUp({ db, facts }: OpenStore, code: string, member: Holder, today: string): PresentedCoupon {
  const found = couponToPresent.get(db, { code });
  if (!found || found.kindState === 'removed') return unknownCoupon(code);
  const { kindState, kindPk, memberPk, holderId, receiptNumber, storeName, usedDate, ...coupon } = found;
  return present(
    code,
    {
      ...coupon,
      kindState,
      count: coupon,
      isHeldHere: holderId === facts.storeId,
      isTheirs:
        member !== null &&
        memberPk !== null &&
        (isSamePerson.get(db, { memberPk: member.memberPk, otherPk: memberPk })?.isSame ?? false),
      usedAt: receiptNumber && storeName && usedDate ? { receiptNumber, storeName, date: usedDate } : null,
    },
    member && { usedBefore: couponsUsedBy.get(db, { kindPk, memberPk: member.memberPk })?.uses ?? 0 },
    today,
  );
}

/** Why no more coupons of a kind can be issued to somebody, or how many can. */
export function toGive(
  store: OpenStore,
  kind: NonNullable<ReturnType<typeof couponKindInForce.get>>,
  member: Holder,
  nowMs: number,
): number | 'no-member' {
  const { state, terms, kindPk } = kind;
  if (state !== 'live') return 0;
  const today = businessDate(nowMs, store.day);
  if (terms.validity.kind === 'dates' && terms.validity.through < today) return 0;
  if (!member) return terms.usableBy === 'member' ? 'no-member' : leftToIssue(terms, kind);
  const { perMember } = terms.limits;
  if (perMember === null) return leftToIssue(terms, kind);
  const { memberPk } = member;
  const used = couponsUsedBy.get(store.db, { kindPk, memberPk })?.uses ?? 0;
  const held = couponsHeldBy.get(store.db, { kindPk, memberPk, today })?.held ?? 0;
  return Math.max(0, Math.min(leftToIssue(terms, kind), perMember - used - held));
}

export interface GatheredCoupons {
  readonly atHand: CouponsAtHand;
  /** The kinds that live offers give. */
  readonly kinds: ReadonlyMap<KindId, CouponInForce>;
}

/** What these offers look at: the coupons that are presented and taken, and how many can be given of the kinds they give. */
export function couponsForOffers(
  store: OpenStore,
  offers: readonly Offer[],
  presented: readonly PresentedCoupon[],
  member: Holder,
  nowMs: number,
): GatheredCoupons {
  const given = new Set(offers.flatMap(({ action }) => (action.kind === 'coupon' ? [action.couponKindId] : [])));
  if (presented.length === 0 && given.size === 0) return NOTHING;
  const kinds = new Map<KindId, CouponInForce>();
  const left = new Map<KindId, number | 'no-member'>();
  for (const kindId of given) {
    const kind = couponKindInForce.get(store.db, { kindId });
    if (!kind) continue;
    kinds.set(kindId, kind);
    left.set(kindId, toGive(store, kind, member, nowMs));
  }
  const taken = presented.flatMap(({ kind, refusal, budgetLeftMinor }) =>
    kind && !refusal ? [[kind.kindId, { budgetLeftMinor }] as const] : [],
  );
  return { atHand: { presented: new Map(taken), toGive: left }, kinds };
}
const NOTHING: GatheredCoupons = { atHand: NO_COUPONS, kinds: new Map() };
