import { z } from 'zod';
import { idOf } from '../kernel/id.ts';

const days = (least: number, most: number) => z.int().min(least).max(most);

/** What happens with a member, and when an automation answers it. All days are business dates of the store. */
export const occasionSchema = z.discriminatedUnion('kind', [
  /** So many days before the birthday. */
  z.object({ kind: z.literal('birthday'), daysBefore: days(0, 60) }),
  /** So many days after the enrolment. */
  z.object({ kind: z.literal('welcome'), delayDays: days(0, 90) }),
  /** So many days after the first purchase, where no second one came. */
  z.object({ kind: z.literal('second-purchase'), days: days(1, 365) }),
  /** Points that end within so many days, where they are so many. */
  z.object({ kind: z.literal('points-expiring'), days: days(1, 365), leastPoints: z.int().min(1).max(1_000_000_000) }),
  z.object({ kind: z.literal('tier-change'), direction: z.enum(['up', 'down']) }),
  /** So many days after the last purchase. */
  z.object({ kind: z.literal('lapsed'), days: days(7, 1825) }),
  /** So many days after a purchase, where a category is named one with goods of it. */
  z.object({ kind: z.literal('after-purchase'), days: days(0, 365), categoryId: idOf('category').nullable() }),
  /**
   * So many days after somebody who was referred bought for so much for the first time and kept it: nothing is given for
   * what came back or was voided meanwhile. Whoever refers is met so often a month at most.
   */
  z.object({
    kind: z.literal('referral'),
    days: days(1, 365),
    leastMinor: z.int().min(1).max(100_000_000_000),
    whom: z.enum(['both', 'referrer', 'friend']),
    mostAMonth: z.int().min(1).max(1000),
  }),
]);
export type OccasionTerms = z.infer<typeof occasionSchema>;
export type OccasionKind = OccasionTerms['kind'];
export const OCCASION_KINDS = occasionSchema.options.map(({ shape }) => shape.kind.value);

/** What an automation is. Whether it makes sense, `checkAutomation` says. */
export const automationTermsSchema = z.object({
  name: z.string().trim().min(1).max(60),
  occasion: occasionSchema,
  /** Only members who are in it then; null: everybody. */
  audienceId: idOf('audience').nullable(),
  /** The words of a message, and so its channel. */
  templateId: idOf('message-template').nullable(),
  couponKindId: idOf('coupon-kind').nullable(),
  /** Given as a bonus; 0: none. */
  points: z.int().min(0).max(1_000_000),
  /** Of the members, in hundredths of a percent, kept out by lot, so that what it brings can be measured. */
  controlBp: z.int().min(0).max(10_000),
  /** A member is met again after so many days at the soonest; 0: by every occasion. */
  restDays: days(0, 3650),
  /** Who buys within so many days of being met counts as come. */
  measuredDays: days(1, 365),
  /** The first and the last day on which an occasion may be due; a null last day: until it is paused. */
  from: z.iso.date(),
  until: z.iso.date().nullable(),
});
export type AutomationTerms = z.infer<typeof automationTermsSchema>;

/** Once removed it is seen no more; whom it met stays known. */
export const AUTOMATION_STATES = ['live', 'paused'] as const;
