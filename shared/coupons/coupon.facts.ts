import { z } from 'zod';
import { idOf } from '../kernel/id.ts';

/** How coupons came to be: many at once, by an offer of a sale, by hand, or by something the program does by itself. */
export const COUPON_ORIGINS = ['batch', 'offer', 'hand', 'automation'] as const;
export type CouponOrigin = (typeof COUPON_ORIGINS)[number];

const code = z.string();

/** Coupons that were issued together: one, or a chunk of a batch. */
export const couponIssueFact = z.object({
  id: idOf('coupon-issue'),
  kindId: idOf('coupon-kind'),
  /** The version in force: what the coupon is called on receipts. */
  kindVersion: z.int().min(1),
  codes: z.array(code).min(1).max(1000),
  /** Null: for whoever shows the code. */
  memberId: idOf('member').nullable(),
  /** The store that may take them; any other has to ask it. */
  holderId: idOf('store'),
  origin: z.enum(COUPON_ORIGINS),
  /** The batch that this is a chunk of. */
  batchId: idOf('coupon-batch').nullable(),
  /** The sale that gave them, and the offer by which. */
  purchaseId: idOf('purchase').nullable(),
  offerId: idOf('offer').nullable(),
  /** Business dates of the store; the last is whole. */
  fromDate: z.string(),
  throughDate: z.string(),
  atMs: z.int(),
  staffId: idOf('staff').nullable(),
});
export type CouponIssueFact = z.infer<typeof couponIssueFact>;

/** Coupons that nobody can use any more, or, where somebody thought again, can. */
export const couponRecallFact = z.object({
  id: idOf('coupon-recall'),
  codes: z.array(code).min(1).max(1000),
  to: z.enum(['taken-back', 'open']),
  /** By hand, or because the sale that gave them came back. */
  why: z.enum(['hand', 'return']),
  /** What the clerk wrote. */
  reason: z.string().nullable(),
  /** The return or void by which they were taken back. */
  purchaseId: idOf('purchase').nullable(),
  atMs: z.int(),
  staffId: idOf('staff').nullable(),
});
export type CouponRecallFact = z.infer<typeof couponRecallFact>;

/**
 * A coupon that a purchase was made with, and the offer that took it. `uses` is 1 on the sale; on a void, and on the
 * return that brings the last piece, −1: it can be used again. On a return of a part it is 0.
 */
export const couponUseSchema = z.object({ code, offerId: idOf('offer'), uses: z.int().min(-1).max(1) });
export type CouponUse = z.infer<typeof couponUseSchema>;
