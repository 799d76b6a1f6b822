import type { Id } from '../kernel/id.ts';
import { type Refusal, refuse } from '../kernel/outcome.ts';
import { asCouponCode, isCouponCode } from './coupon-code.ts';
import type { CouponCount, CouponKindState, CouponTerms } from './coupon-kind.ts';

/** Why a coupon that is presented is not taken, each with its own words. */
export const COUPON_REFUSALS = [
  'coupon-mistyped',
  'coupon-unknown',
  'coupon-not-begun',
  'coupon-expired',
  'coupon-used',
  'coupon-taken-back',
  'coupon-stopped',
  'coupon-no-member',
  'coupon-of-another-member',
  'coupon-member-limit',
  'coupon-budget-used-up',
  'coupon-held-elsewhere',
  'coupon-wait',
] as const;
export type CouponRefusal = (typeof COUPON_REFUSALS)[number];

/** A coupon that is known here, with its kind. */
export interface KnownCoupon {
  readonly kindId: Id<'coupon-kind'>;
  readonly kindState: CouponKindState;
  readonly terms: CouponTerms;
  readonly count: CouponCount;
  readonly state: 'open' | 'used' | 'taken-back';
  readonly isHeldHere: boolean;
  readonly holderName: string;
  /** Whether the member at the till is the one that it was issued to. */
  readonly isTheirs: boolean;
  readonly fromDate: string;
  readonly throughDate: string;
  /** Where and when it was used, if it was. */
  readonly usedAt: { readonly receiptNumber: string; readonly storeName: string; readonly date: string } | null;
}

/** Who presents it: null for nobody who is known. `usedBefore` counts coupons of this kind. */
export interface Presenter {
  readonly usedBefore: number;
}

export interface PresentedCoupon {
  readonly code: string;
  /** Null where the code is no coupon's. */
  readonly kind: { readonly kindId: Id<'coupon-kind'>; readonly name: string; readonly throughDate: string } | null;
  /** What is left of the money that the kind may cost; null: there is no limit, or the coupon is refused. */
  readonly budgetLeftMinor: number | null;
  readonly refusal: Refusal<CouponRefusal> | null;
}

const PLAIN = { budgetLeftMinor: null } as const;

/** What is to be said of a code before it is known whether any coupon has it: null where one may. */
export const misread = (typed: string): PresentedCoupon | null => {
  const code = asCouponCode(typed);
  return isCouponCode(code) ? null : { code, kind: null, ...PLAIN, refusal: refuse('coupon-mistyped') };
};

export const unknownCoupon = (code: string): PresentedCoupon => ({
  code,
  kind: null,
  ...PLAIN,
  refusal: refuse('coupon-unknown'),
});

/** Whether a coupon is taken on the business date `today`, and if not, why. What cannot be mended comes first. */
export function present(
  code: string,
  coupon: KnownCoupon,
  presenter: Presenter | null,
  today: string,
): PresentedCoupon {
  const { kindId, terms, throughDate } = coupon;
  const refusal = refusalOf(coupon, presenter, today);
  const { budgetMinor } = terms.limits;
  return {
    code,
    kind: { kindId, name: terms.name, throughDate },
    budgetLeftMinor: refusal || budgetMinor === null ? null : budgetMinor - coupon.count.costMinor,
    refusal,
  };
}

function refusalOf(coupon: KnownCoupon, presenter: Presenter | null, today: string): Refusal<CouponRefusal> | null {
  const { terms, state, usedAt } = coupon;
  const { perMember, budgetMinor } = terms.limits;
  if (state === 'used') return refuse('coupon-used', usedAt ? { ...usedAt } : {});
  if (state === 'taken-back') return refuse('coupon-taken-back');
  if (coupon.throughDate < today) return refuse('coupon-expired', { throughDate: coupon.throughDate });
  if (coupon.kindState !== 'live') return refuse('coupon-stopped', { coupon: terms.name });
  if (!coupon.isHeldHere) return refuse('coupon-held-elsewhere', { storeName: coupon.holderName });
  if (budgetMinor !== null && coupon.count.costMinor >= budgetMinor)
    return refuse('coupon-budget-used-up', { coupon: terms.name });
  if (coupon.fromDate > today) return refuse('coupon-not-begun', { fromDate: coupon.fromDate });
  if (!presenter && (terms.usableBy === 'member' || perMember !== null)) return refuse('coupon-no-member');
  if (terms.usableBy === 'member' && !coupon.isTheirs) return refuse('coupon-of-another-member');
  if (perMember !== null && presenter && presenter.usedBefore >= perMember)
    return refuse('coupon-member-limit', { limit: perMember });
  return null;
}
