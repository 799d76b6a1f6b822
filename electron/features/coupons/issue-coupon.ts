import type { Act } from '../../../db/changes/act.ts';
import { couponIssueById, couponKindInForce } from '../../../db/coupons/coupons.queries.ts';
import { randomBytes } from '../../../db/kernel/random-bytes.ts';
import { memberForSale } from '../../../db/members/members.queries.ts';
import type { CouponOrigin } from '../../../shared/coupons/coupon.facts.ts';
import { newCouponCode } from '../../../shared/coupons/coupon-code.ts';
import { leftToIssue, validityOn } from '../../../shared/coupons/coupon-kind.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { toGive } from './coupons-at-hand.ts';

export interface IssueTerms {
  /** Made once by whoever asks: the same id with the same content is answered as the first time. */
  readonly issueId: Id<'coupon-issue'>;
  readonly kindId: Id<'coupon-kind'>;
  /** Null: for whoever shows the code. */
  readonly memberId: Id<'member'> | null;
  readonly origin: Exclude<CouponOrigin, 'batch' | 'offer'>;
  readonly staffId: Id<'staff'> | null;
}

export interface IssuedCoupon {
  readonly code: string;
  readonly fromDate: string;
  readonly throughDate: string;
}

type IssueRefusal = Refusal<
  | 'coupon-kind-unknown'
  | 'coupon-kind-not-live'
  | 'coupon-kind-over'
  | 'coupon-needs-member'
  | 'coupon-member-has-enough'
  | 'coupons-all-issued'
  | 'coupon-issue-reused'
  | 'member-unknown'
  | 'member-blocked'
>;

/** Issues one coupon inside an act, once per `issueId`: to a member, or to whoever shows its code. */
export function issueCoupon(
  store: OpenStore,
  act: Act,
  { issueId, kindId, memberId, origin, staffId }: IssueTerms,
): Outcome<IssuedCoupon, IssueRefusal> {
  const before = couponIssueById.get(act.db, { issueId });
  if (before)
    return before.kindId === kindId && before.memberId === memberId && before.origin === origin
      ? done({ code: before.code, fromDate: before.fromDate, throughDate: before.throughDate })
      : refuse('coupon-issue-reused');
  const kind = couponKindInForce.get(act.db, { kindId });
  if (!kind) return refuse('coupon-kind-unknown');
  if (kind.state !== 'live') return refuse('coupon-kind-not-live');
  const today = businessDate(act.nowMs, store.day);
  const validity = validityOn(kind.terms, today);
  if (validity.throughDate < today) return refuse('coupon-kind-over');
  const member = (memberId && memberForSale.get(act.db, { memberId })) ?? null;
  if (memberId && (!member || member.status === 'erased')) return refuse('member-unknown');
  if (member && member.status !== 'active') return refuse('member-blocked');
  if (leftToIssue(kind.terms, kind) < 1) return refuse('coupons-all-issued');
  const left = toGive(store, kind, member, act.nowMs);
  if (left === 'no-member') return refuse('coupon-needs-member');
  if (left < 1) return refuse('coupon-member-has-enough', { limit: kind.terms.limits.perMember ?? 0 });
  const code = newCouponCode(randomBytes);
  act.record('coupon-issue', {
    id: issueId,
    kindId,
    kindVersion: kind.version,
    codes: [code],
    memberId,
    holderId: store.facts.storeId,
    origin,
    batchId: null,
    purchaseId: null,
    offerId: null,
    ...validity,
    atMs: act.nowMs,
    staffId,
  });
  return done({ code, ...validity });
}
