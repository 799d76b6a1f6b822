import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { birthdaySchema, CONSENT_PURPOSES, GENDERS, MEMBER_STATUSES, SOURCES, TIERS } from './profile.ts';
import type { CustomName } from './profile-values.ts';
import { ALL_STANDING_REASONS, CLOSING_DEBT, CLOSING_POINTS, STANDING_CHANGES } from './standing.ts';

/** Values of the fields that the store defined, by the field's id. */
export const customValuesSchema = z.record(z.string(), z.string());

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
    /** Only those that are written, each merged by itself; null takes a value away. */
    custom: z.record(z.string(), z.string().nullable()),
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
    .object({
      status: z.enum(MEMBER_STATUSES),
      tier: z.enum(TIERS),
      statusReason: z.string().nullable(),
      /** How the member was won, where the enrolment had it wrong. */
      source: z.enum(SOURCES),
    })
    .partial(),
});
export type MemberFact = z.infer<typeof memberFact>;

/**
 * Somebody changed how a member stands, and why. The status itself is written by a `member` fact of the same act; this one
 * is its history. A note is the only free text in it, and destroyed with the person's identity.
 */
export const memberStandingFact = z.object({
  id: idOf('member-standing'),
  memberId: idOf('member'),
  change: z.enum(STANDING_CHANGES),
  reason: z.enum(ALL_STANDING_REASONS),
  note: z.string().nullable(),
  /** Of a closing: what became of what the balance left. */
  rest: z.object({ points: z.enum(CLOSING_POINTS), debt: z.enum(CLOSING_DEBT) }).nullable(),
  atMs: z.int(),
  staffId: idOf('staff').nullable(),
});
export type MemberStandingFact = z.infer<typeof memberStandingFact>;

/**
 * A person asked to be forgotten: what names them is destroyed, in every store, for good. It names every id by which
 * they were known where they asked, and nothing else. Each store that heard it says it again, in its own log: that is
 * its receipt, and so no restore of any disk forgets it.
 */
export const memberErasureFact = z.object({
  id: idOf('member-erasure'),
  memberIds: z.array(idOf('member')).min(1),
  atMs: z.int(),
  staffId: idOf('staff').nullable(),
});
export type MemberErasureFact = z.infer<typeof memberErasureFact>;

export const memberCardFact = z.object({
  id: idOf('member-card'),
  memberId: idOf('member'),
  number: z.string(),
  state: z.enum(['active', 'lost', 'replaced']),
  issuedAtMs: z.int(),
});
export type MemberCardFact = z.infer<typeof memberCardFact>;

/** What of a member a merge may take over from another id. */
export const MERGED_FIELDS = [
  'name',
  'phone',
  'email',
  'gender',
  'birthday',
  'address',
  'note',
  'wechatId',
  'tier',
] as const;
/** The fields that the store defined are taken over one by one like the others. */
export type MergedField = (typeof MERGED_FIELDS)[number] | CustomName;
export const mergedField = z.union([
  z.enum(MERGED_FIELDS),
  z.string().regex(/^custom\.[0-9A-Za-z-]{1,40}$/),
]) as unknown as z.ZodType<MergedField, MergedField>;

/**
 * Two ids are one person: `id` redirects to `canonicalId`. Resolved when read; no fact is rewritten, so an undo only
 * drops the alias. The same `mergeId` with `undone` says that it was one merge's mistake.
 */
export const memberAliasFact = z.object({
  id: idOf('member'),
  canonicalId: idOf('member'),
  mergeId: idOf('merge'),
  undone: z.boolean(),
  atMs: z.int(),
  staffId: idOf('staff').nullable(),
  /** The fields in which this id's value was taken over: names, never values. */
  fields: z.array(mergedField),
});
export type MemberAliasFact = z.infer<typeof memberAliasFact>;

/** A person looked at two ids and said that they are not the same one, or took it back. The later word counts. */
export const memberDistinctFact = z.object({
  id: idOf('member-distinct'),
  /** Two ids of members, in any order. */
  memberIds: z.tuple([idOf('member'), idOf('member')]),
  distinct: z.boolean(),
  atMs: z.int(),
  staffId: idOf('staff').nullable(),
});
export type MemberDistinctFact = z.infer<typeof memberDistinctFact>;

export const consentEventFact = z.object({
  id: idOf('consent-event'),
  memberId: idOf('member'),
  purpose: z.enum(CONSENT_PURPOSES),
  given: z.boolean(),
  noticeVersion: z.string(),
  /**
   * `merge`: two ids became one, or two again, and the stricter of their consents was kept, or given back. `closing`: the
   * account was closed, which withdraws every consent.
   */
  channel: z.enum(['till', 'online', 'paper', 'import', 'message', 'merge', 'closing']),
  storeId: idOf('store'),
  staffId: idOf('staff').nullable(),
  atMs: z.int(),
  /** The event of the same purpose that this one answers; two that answer the same one are concurrent. */
  supersedesId: idOf('consent-event').nullable(),
});
export type ConsentEventFact = z.infer<typeof consentEventFact>;
