import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { customValuesSchema, mergedField } from '../members/member.facts.ts';
import { birthdaySchema, CONSENT_PURPOSES, GENDERS, TIERS } from '../members/profile.ts';
import { instantMs, sumMinor, sumPoints } from './fields.ts';
import { memberCard } from './members.contract.ts';
import { mutation, query } from './procedure.ts';

const memberId = idOf('member');
/** So many ids are looked at side by side at most. */
export const MOST_SIDES = 6;
const sides = z
  .array(memberId)
  .min(2)
  .max(MOST_SIDES)
  .refine((ids) => new Set(ids).size === ids.length, 'twice-the-same');

const mergeInput = z.object({
  mergeId: idOf('merge'),
  /** The id that goes on. */
  canonicalId: memberId,
  aliasIds: z
    .array(memberId)
    .min(1)
    .max(MOST_SIDES - 1),
  /** Whose value each field keeps; a field that is left out keeps that of the id that goes on. */
  keep: z.partialRecord(mergedField, memberId).default({}),
});
export type MergeInput = z.output<typeof mergeInput>;

/** One of the ids that may be merged: what is on file, and what belongs to it. The phone is masked. */
const mergeSide = z.object({
  card: memberCard,
  email: z.string().nullable(),
  gender: z.enum(GENDERS).nullable(),
  birthday: birthdaySchema.nullable(),
  address: z.string().nullable(),
  note: z.string().nullable(),
  wechatId: z.string().nullable(),
  /** By the id of the field that the store defined. */
  custom: customValuesSchema,
  enrolledAtMs: instantMs,
  purchases: z.int(),
  netMinor: sumMinor,
  balancePoints: z.int(),
  lots: z.int(),
  cards: z.array(z.string()),
  consents: z.array(z.object({ purpose: z.enum(CONSENT_PURPOSES), given: z.boolean() })),
});

const preview = z.object({
  sides: z.array(mergeSide),
  /** The id that goes on, unless it is said otherwise: the one with the most purchases, then the oldest. */
  canonicalId: memberId,
  /** Whose value each field would keep, and why; a field that nobody has is left out. */
  proposals: z.partialRecord(
    mergedField,
    z.object({ from: memberId, why: z.enum(['same', 'only', 'valid', 'highest', 'newest']) }),
  ),
  /** What the merged member has. */
  joint: z.object({
    purchases: z.int(),
    netMinor: sumMinor,
    balancePoints: z.int(),
    availablePoints: sumPoints,
    debtPoints: sumPoints,
    lots: z.int(),
    cards: z.array(z.string()),
    tier: z.enum(TIERS),
    consents: z.array(z.object({ purpose: z.enum(CONSENT_PURPOSES), given: z.boolean() })),
  }),
});

const merge = z.object({
  mergeId: idOf('merge'),
  atMs: instantMs,
  staffName: z.string().nullable(),
  joined: z.array(z.object({ memberId, name: z.string().nullable(), phoneMasked: z.string().nullable() })),
});

export const duplicatesContract = {
  /** The ids side by side, whose value each field would keep and why, and what the merged member would have. */
  preview: query({
    access: 'member.merge',
    input: z.object({ memberIds: sides }),
    output: preview,
    refusals: ['member-unknown', 'already-merged', 'member-erased'],
  }),
  /** Makes one person of several ids. The window makes `mergeId` once. */
  merge: mutation({
    access: 'member.merge',
    input: mergeInput,
    output: z.object({ canonicalId: memberId }),
    refusals: [
      'merge-needs-two',
      'member-unknown',
      'member-erased',
      'merge-blocked',
      'merge-circle',
      'already-merged',
      'merge-id-reused',
    ],
  }),
  /** Parts the ids again, at any later time. */
  undo: mutation({
    access: 'member.merge',
    input: z.object({ mergeId: idOf('merge') }),
    output: z.object({ canonicalId: memberId, memberIds: z.array(memberId) }),
    refusals: ['merge-unknown', 'member-erased'],
  }),
  /** The merges that a member is made of, newest first. */
  mergesOf: query({
    access: 'member.read',
    input: z.object({ memberId }),
    output: z.array(merge),
  }),
  /** Remembers that these are different persons, each from each other, or (`distinct: false`) takes it back. */
  tellApart: mutation({
    access: 'member.merge',
    input: z.object({ memberIds: sides, distinct: z.boolean() }),
    output: z.null(),
    refusals: ['member-unknown'],
  }),
};
export type MergePreview = z.infer<typeof preview>;
export type MergePreviewSide = z.infer<typeof mergeSide>;
export type MergeRow = z.infer<typeof merge>;
