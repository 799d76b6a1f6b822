import { z } from 'zod';

export const TIERS = ['member', 'silver', 'gold', 'platinum'] as const;
export type Tier = (typeof TIERS)[number];

/** `erased`: the person asked for it. `removed`: the enrolment was taken back, as if it had not been. Both show nobody any more. */
export const MEMBER_STATUSES = ['active', 'suspended', 'closed', 'erased', 'removed'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** Whether nobody stands behind an id any more: erased, or taken back by the undo of an import. */
export const isGone = (status: MemberStatus): boolean => status === 'erased' || status === 'removed';

export const CONSENT_PURPOSES = ['service-messages', 'marketing-sms', 'marketing-email', 'profiling'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export const GENDERS = ['female', 'male', 'other'] as const;

/** How a member was won (A9). */
export const SOURCES = ['till', 'referral', 'online', 'event', 'import', 'wechat'] as const;
export type Source = (typeof SOURCES)[number];

/** A birthday by the solar or the Chinese lunar calendar; month and day suffice. */
export const birthdaySchema = z
  .object({
    calendar: z.enum(['solar', 'lunar']),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    year: z.int().min(1900).max(2100).nullable(),
    leapMonth: z.boolean(),
  })
  .refine((b) => b.calendar === 'lunar' || !b.leapMonth, 'leap-month-is-lunar')
  .refine(
    (b) =>
      b.calendar === 'lunar' ? b.day <= 30 : b.day <= new Date(Date.UTC(b.year ?? 2000, b.month, 0)).getUTCDate(),
    'no-such-day',
  );
export type Birthday = z.infer<typeof birthdaySchema>;
