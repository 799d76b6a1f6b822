import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { addDays } from '../kernel/instant.ts';

const date = z.iso.date();
const most = (max: number) => z.int().min(1).max(max).nullable();

/** When a coupon can be used: between two dates, or for so many days after the one on which it was issued. Last days are whole. */
export const couponValiditySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dates'), from: date, through: date }),
  z.object({ kind: z.literal('days'), days: z.int().min(0).max(3650) }),
]);

/** What all coupons of a kind have in common. What one gives is said by an offer that asks for it. */
export const couponTermsSchema = z.object({
  name: z.string().trim().min(1).max(60),
  validity: couponValiditySchema,
  /** `anybody` who shows the code, or only the `member` that it was issued to. */
  usableBy: z.enum(['anybody', 'member']),
  limits: z.object({
    /** Coupons that may be issued, those taken back not counted. */
    issued: most(10_000_000),
    /** Coupons of the kind that one member may use or hold. */
    perMember: most(1000),
    /** What they may take off altogether. */
    budgetMinor: most(1_000_000_000_000),
  }),
});
export type CouponTerms = z.infer<typeof couponTermsSchema>;

/** A kind in the version that is in force. */
export interface CouponInForce {
  readonly version: number;
  readonly terms: CouponTerms;
}

/** Of a kind: written, issued and taken, stopped: then nothing is issued and nothing taken. */
export const COUPON_KIND_STATES = ['draft', 'live', 'stopped'] as const;
export type CouponKindState = (typeof COUPON_KIND_STATES)[number];

const NEXT: Readonly<Record<CouponKindState, readonly CouponKindState[]>> = {
  draft: ['live'],
  live: ['stopped'],
  stopped: ['live'],
};
export const kindMayBecome = (from: CouponKindState, to: CouponKindState): boolean => NEXT[from].includes(to);

/** A kind as its owner wrote it; every write is a version. A draft that was thrown away is `removed`. */
export const couponKindFact = z.object({
  id: idOf('coupon-kind'),
  /** 'chain', or the id of the store that may write it. */
  owner: z.string(),
  version: z.int().min(1),
  state: z.enum([...COUPON_KIND_STATES, 'removed']),
  terms: couponTermsSchema,
  atMs: z.int(),
  staffId: idOf('staff').nullable(),
});
export type CouponKindFact = z.infer<typeof couponKindFact>;

/** The first and the last business date of a coupon that is issued on `today`. */
export const validityOn = (
  { validity }: CouponTerms,
  today: string,
): { readonly fromDate: string; readonly throughDate: string } =>
  validity.kind === 'dates'
    ? { fromDate: validity.from, throughDate: validity.through }
    : { fromDate: today, throughDate: addDays(today, validity.days) };

/** What has come of the coupons of a kind. Issued = open + used + expired + taken back. */
export interface CouponCount {
  readonly issued: number;
  readonly used: number;
  readonly takenBack: number;
  /** Taken off by them altogether, returns taken off. */
  readonly costMinor: number;
}

/** How many more may be issued; Infinity where there is no limit. */
export const leftToIssue = ({ limits }: CouponTerms, { issued, takenBack }: CouponCount): number =>
  limits.issued === null ? Number.POSITIVE_INFINITY : Math.max(0, limits.issued - issued + takenBack);
