import { z } from 'zod';
import { COUPON_ORIGINS } from '../coupons/coupon.facts.ts';
import { COUPON_KIND_STATES, couponTermsSchema } from '../coupons/coupon-kind.ts';
import { COUPON_CONDITIONS } from '../coupons/standing.ts';
import { idOf } from '../kernel/id.ts';
import { dateText, instantMs, someWords, sumMinor } from './fields.ts';
import { mutation, query } from './procedure.ts';

const kindId = idOf('coupon-kind');
const batchId = idOf('coupon-batch');
const recallId = idOf('coupon-recall');
const terms = couponTermsSchema.extend({ name: someWords(60) });

const batch = z.object({
  batchId,
  wanted: z.int(),
  issued: z.int(),
  /** `stopped` and `failed` ones can go on. */
  state: z.enum(['running', 'stopped', 'done', 'failed']),
  begunAtMs: instantMs,
  staffName: z.string(),
});

const kindRow = z.object({
  kindId,
  /** Counts every change of its terms and its state. */
  version: z.int(),
  state: z.enum(COUPON_KIND_STATES),
  terms: couponTermsSchema,
  /** issued = open + used + expired + taken back. */
  issued: z.int(),
  open: z.int(),
  used: z.int(),
  expired: z.int(),
  takenBack: z.int(),
  /** Taken off by them altogether, and what the purchases with them came to; returns taken off. */
  costMinor: sumMinor,
  salesMinor: sumMinor,
  /** Live offers that ask for it: without one it gives nothing. */
  offers: z.array(z.object({ offerId: idOf('offer'), name: z.string() })),
  changedAtMs: instantMs,
  /** False for a kind of headquarters: it is seen here and not changed. */
  isOwn: z.boolean(),
});
const kindView = kindRow.extend({ batches: z.array(batch) });

const issued = z.object({ code: z.string(), fromDate: dateText, throughDate: dateText });

const couponRow = z.object({
  code: z.string(),
  /** What it is today: an open one whose last day has passed is `expired`. */
  condition: z.enum(COUPON_CONDITIONS),
  origin: z.enum(COUPON_ORIGINS),
  memberId: idOf('member').nullable(),
  memberName: z.string().nullable(),
  fromDate: dateText,
  throughDate: dateText,
  issuedAtMs: instantMs,
  usedAtMs: instantMs.nullable(),
  receiptNumber: z.string().nullable(),
  purchaseId: idOf('purchase').nullable(),
});

const memberCoupon = couponRow.omit({ memberId: true, memberName: true, origin: true }).extend({
  kindId,
  name: z.string(),
  /** Whether the kind is taken at present. */
  isLive: z.boolean(),
});

export const couponsContract = {
  /** Kinds that were not thrown away: live ones first, then drafts and stopped ones, each newest first. */
  kinds: query({ access: 'signed-in', input: z.void(), output: z.array(kindRow) }),
  kind: query({
    access: 'signed-in',
    input: z.object({ kindId }),
    output: kindView,
    refusals: ['coupon-kind-unknown'],
  }),
  /** Writes a draft or the next version of a kind. Coupons that were issued keep their dates. `basedOn` is 0 for a new one. */
  saveKind: mutation({
    access: 'offer.write',
    input: z.object({ kindId, basedOn: z.int().min(0), terms }),
    output: kindView,
    refusals: ['coupon-kind-unknown', 'coupon-kind-changed', 'coupon-kind-not-ours', 'coupon-dates-backwards'],
  }),
  /** Goes live, is stopped or goes on. While it is stopped nothing is issued and nothing is taken. */
  setKindState: mutation({
    access: 'offer.write',
    input: z.object({ kindId, basedOn: z.int().min(1), state: z.enum(['live', 'stopped']) }),
    output: kindView,
    refusals: ['coupon-kind-unknown', 'coupon-kind-changed', 'coupon-kind-not-ours', 'coupon-state-unfit'],
  }),
  /** Throws a draft away that no offer names. */
  removeKind: mutation({
    access: 'offer.write',
    input: z.object({ kindId }),
    output: z.null(),
    refusals: ['coupon-kind-unknown', 'coupon-kind-not-ours', 'coupon-kind-no-draft', 'coupon-kind-in-use'],
  }),
  /** Gives one coupon to a member. The same `issueId` again answers as the first time. */
  issue: mutation({
    access: 'coupon.issue',
    input: z.object({ issueId: idOf('coupon-issue'), kindId, memberId: idOf('member') }),
    output: issued,
    refusals: [
      'coupon-kind-unknown',
      'coupon-kind-not-live',
      'coupon-kind-over',
      'coupon-needs-member',
      'coupon-member-has-enough',
      'coupons-all-issued',
      'coupon-issue-reused',
      'member-unknown',
      'member-blocked',
    ],
  }),
  /** Takes coupons of one kind back that nobody has used. All or none. */
  recall: mutation({
    access: 'coupon.issue',
    input: z.object({ recallId, codes: z.array(z.string().max(40)).min(1).max(200), reason: someWords(120) }),
    output: z.null(),
    refusals: ['coupon-code-unknown', 'coupon-not-open', 'coupon-recall-reused'],
  }),
  /** Undoes a recall: its coupons can be used again. */
  undoRecall: mutation({
    access: 'coupon.issue',
    input: z.object({ recallId, undoId: recallId }),
    output: z.null(),
    refusals: ['coupon-recall-unknown', 'coupon-recall-reused', 'coupons-all-issued'],
  }),
  /** The coupons of a kind, those first that end first. */
  codes: query({
    access: 'coupon.issue',
    input: z.object({
      kindId,
      condition: z.enum(COUPON_CONDITIONS).nullable().default(null),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(100),
    }),
    output: z.object({ total: z.int(), rows: z.array(couponRow) }),
  }),
  /** A member's coupons under all ids: open ones first, those first that end first. */
  ofMember: query({
    access: 'member.read',
    input: z.object({ memberId: idOf('member') }),
    output: z.array(memberCoupon),
    refusals: ['member-unknown'],
  }),
  /** Begins to issue many for whoever shows a code; it goes on by itself. The same request again answers how far it is. */
  beginBatch: mutation({
    access: 'coupon.issue',
    input: z.object({ batchId, kindId, count: z.int().min(1).max(1_000_000) }),
    output: batch,
    refusals: [
      'coupon-kind-unknown',
      'coupon-kind-not-live',
      'coupon-kind-over',
      'coupon-needs-member',
      'coupons-too-many',
      'coupon-batch-reused',
      'coupon-batch-running',
    ],
  }),
  batch: query({
    access: 'coupon.issue',
    input: z.object({ batchId }),
    output: batch,
    refusals: ['coupon-batch-unknown'],
  }),
  /** Ends it before the next thousand; what is issued stays issued. */
  stopBatch: mutation({
    access: 'coupon.issue',
    input: z.object({ batchId }),
    output: batch,
    refusals: ['coupon-batch-unknown'],
  }),
  /** Goes on with one that was stopped, or that ended with the program. */
  resumeBatch: mutation({
    access: 'coupon.issue',
    input: z.object({ batchId }),
    output: batch,
    refusals: [
      'coupon-batch-unknown',
      'coupon-batch-running',
      'coupon-kind-unknown',
      'coupon-kind-not-live',
      'coupon-kind-over',
      'coupon-needs-member',
      'coupons-too-many',
    ],
  }),
};
export type CouponKindRow = z.infer<typeof kindRow>;
export type CouponKindView = z.infer<typeof kindView>;
export type CouponBatch = z.infer<typeof batch>;
export type CouponRow = z.infer<typeof couponRow>;
export type MemberCoupon = z.infer<typeof memberCoupon>;
