import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { birthdaySchema, CONSENT_PURPOSES, GENDERS, MEMBER_STATUSES, SOURCES, TIERS } from './profile.ts';

/** The fields of a profile that are merged one by one, each with a stamp of its own. All of them are personal. */
export const profileFieldsSchema = z
  .object({
    name: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    gender: z.enum(GENDERS).nullable(),
    birthday: birthdaySchema.nullable(),
    address: z.string().nullable(),
    note: z.string().nullable(),
    wechatId: z.string().nullable(),
    /** Custom attributes by their key (A6: social). */
    custom: z.record(z.string(), z.string()).nullable(),
  })
  .partial();
export type ProfileFields = z.infer<typeof profileFieldsSchema>;

/** A member is enrolled, or some fields of the profile or the standing change. Fields left out stay as they are. */
export const memberFact = z.object({
  id: idOf('member'),
  /** Only at enrolment. */
  enrolment: z
    .object({
      homeStoreId: idOf('store'),
      enrolledAtMs: z.int(),
      enrolledById: idOf('staff').nullable(),
      source: z.enum(SOURCES),
      referredById: idOf('member').nullable(),
      importId: idOf('import').nullable(),
    })
    .nullable(),
  profile: profileFieldsSchema,
  standing: z
    .object({ status: z.enum(MEMBER_STATUSES), tier: z.enum(TIERS), statusReason: z.string().nullable() })
    .partial(),
});
export type MemberFact = z.infer<typeof memberFact>;

export const memberCardFact = z.object({
  id: idOf('member-card'),
  memberId: idOf('member'),
  number: z.string(),
  state: z.enum(['active', 'lost', 'replaced']),
  issuedAtMs: z.int(),
});
export type MemberCardFact = z.infer<typeof memberCardFact>;

/** Two ids are one person: `id` redirects to `canonicalId`. Resolved when read; no fact is rewritten. */
export const memberAliasFact = z.object({ id: idOf('member'), canonicalId: idOf('member'), atMs: z.int() });
export type MemberAliasFact = z.infer<typeof memberAliasFact>;

export const consentEventFact = z.object({
  id: idOf('consent-event'),
  memberId: idOf('member'),
  purpose: z.enum(CONSENT_PURPOSES),
  given: z.boolean(),
  noticeVersion: z.string(),
  channel: z.enum(['till', 'online', 'paper', 'import', 'message']),
  storeId: idOf('store'),
  staffId: idOf('staff').nullable(),
  atMs: z.int(),
  /** The event of the same purpose that this one answers; two that answer the same one are concurrent. */
  supersedesId: idOf('consent-event').nullable(),
});
export type ConsentEventFact = z.infer<typeof consentEventFact>;
