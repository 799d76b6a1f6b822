import { z } from 'zod';
import { MISSED } from '../automations/automation.facts.ts';
import { idOf } from '../kernel/id.ts';
import { customValuesSchema } from '../members/member.facts.ts';
import { memberConditions } from '../members/member-fields.ts';
import { birthdaySchema, CONSENT_PURPOSES, GENDERS, MEMBER_STATUSES, SOURCES, TIERS } from '../members/profile.ts';
import {
  ALL_STANDING_REASONS,
  CLOSING_DEBT,
  CLOSING_POINTS,
  STANDING_CHANGES,
  STANDING_REASONS,
} from '../members/standing.ts';
import { MESSAGE_OUTCOMES } from '../messages/message.facts.ts';
import { CHANNELS } from '../messages/message.ts';
import { TIER_BASES } from '../tiers/ladder.ts';
import { TIER_REASONS } from '../tiers/tier-change.fact.ts';
import { choice, dateText, instantMs, someWords, stamp, sumMinor, sumPoints, words } from './fields.ts';
import { ledgerAct } from './points.contract.ts';
import { mutation, query } from './procedure.ts';
import { memberPurchase } from './purchases.contract.ts';

/** A member as one card: what the till needs to greet and serve. The phone is masked (138****5678). */
export const memberCard = z.object({
  memberId: idOf('member'),
  name: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  cardNumber: z.string().nullable(),
  tier: z.enum(TIERS),
  status: z.enum(MEMBER_STATUSES),
  /** What can be spent now: of the lots held here, less the debt; none while the membership is stopped. */
  availablePoints: sumPoints,
  /** What only a stopped membership (`status`) keeps from being spent. */
  withheldPoints: sumPoints,
  pendingPoints: sumPoints,
  debtPoints: sumPoints,
  expiringPoints: sumPoints,
  /** When the next points expire, or null when none do. */
  nextExpiryMs: instantMs.nullable(),
  birthday: z.enum(['today', 'this-week', 'no']),
  lastVisitDate: dateText.nullable(),
});

const isFewFields = (fields: object): boolean => Object.keys(fields).length <= 100;

/** Phone digits as typed; brought to E.164 at the door, refused there when no phone has that form. */
const phone = z.string().trim().min(3).max(24);
const profileFields = {
  name: words(60),
  phone,
  email: z.email().max(120),
  gender: z.enum(GENDERS),
  birthday: birthdaySchema,
  address: words(200),
  note: words(500),
  wechatId: words(64),
};
/** By the ids of the fields that the store defined: a text each, which the definition reads (`keptValue`). */
const custom = z.record(idOf('member-field'), z.string().max(400)).refine(isFewFields, 'too-many-fields');
const customChange = z
  .record(idOf('member-field'), z.string().max(400).nullable())
  .refine(isFewFields, 'too-many-fields');
const cardNumber = z.string().regex(/^[0-9A-Za-z-]{4,32}$/);

export const memberRow = memberCard
  .pick({ memberId: true, name: true, phoneMasked: true, tier: true, status: true, lastVisitDate: true })
  .extend({
    purchases: z.int(),
    netMinor: sumMinor,
    balancePoints: z.int(),
    debtPoints: sumPoints,
    enrolledAtMs: instantMs,
    source: z.enum(SOURCES),
    homeStore: z.string(),
    /** Values of the store's own fields, by their ids. */
    custom: customValuesSchema,
  });

const change = {
  standingId: idOf('member-standing'),
  memberId: idOf('member'),
  /** Why, in words; needed where the reason is `other`. No place for what names a person. */
  note: someWords(200).nullable().default(null),
};
/** One change of how a member stands. The window makes `standingId` once, when the dialog opens. */
export const standingChange = z.discriminatedUnion('change', [
  z.object({ ...change, change: z.literal('suspend'), reason: z.enum(STANDING_REASONS.suspend) }),
  z.object({ ...change, change: z.literal('reinstate'), reason: z.enum(STANDING_REASONS.reinstate) }),
  z.object({
    ...change,
    change: z.literal('close'),
    reason: z.enum(STANDING_REASONS.close),
    /** What becomes of what is left when the points held have repaid what is owed: points, or a debt. */
    rest: z.object({ points: z.enum(CLOSING_POINTS), debt: z.enum(CLOSING_DEBT) }),
    /** The balance that was seen, where one was: closing is refused when it has changed since. */
    seenBalancePoints: z.int().nullable().default(null),
  }),
  z.object({ ...change, change: z.literal('reopen'), reason: z.enum(STANDING_REASONS.reopen) }),
]);

const standingEvent = z.object({
  standingId: idOf('member-standing'),
  change: z.enum(STANDING_CHANGES),
  reason: z.enum(ALL_STANDING_REASONS),
  note: z.string().nullable(),
  staffName: z.string().nullable(),
});

const event = { id: z.string(), at: stamp, atMs: instantMs };
const timelineEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('purchase'), ...event, purchase: memberPurchase }),
  /** Points that no purchase moved: those are told with the purchase. */
  z.object({ kind: z.literal('points'), ...event, act: ledgerAct.omit({ afterPoints: true }) }),
  z.object({
    kind: z.literal('consent'),
    ...event,
    consent: z.object({
      purpose: z.enum(CONSENT_PURPOSES),
      given: z.boolean(),
      noticeVersion: z.string(),
      channel: z.string(),
      staffName: z.string().nullable(),
    }),
  }),
  z.object({ kind: z.literal('standing'), ...event, standing: standingEvent }),
  /** The tier changed, or was looked at and kept. */
  z.object({
    kind: z.literal('tier'),
    ...event,
    change: z.object({
      from: z.enum(TIERS),
      to: z.enum(TIERS),
      reason: z.enum(TIER_REASONS),
      basis: z.enum(TIER_BASES),
      /** In the basis' own unit; null where nothing was counted. */
      basisValue: z.int().nullable(),
      endsOn: dateText.nullable(),
    }),
  }),
  /** What was said to the member, or by one. */
  z.object({
    kind: z.literal('message'),
    ...event,
    message: z.object({
      direction: z.enum(['out', 'in']),
      channel: z.enum(CHANNELS),
      text: z.string(),
      outcome: z.enum(MESSAGE_OUTCOMES).nullable(),
      staffName: z.string().nullable(),
    }),
  }),
  /** What an automation gave the member, or that it kept the member out by lot. */
  z.object({
    kind: z.literal('automation'),
    ...event,
    automation: z.object({
      name: z.string(),
      isControl: z.boolean(),
      isMessaged: z.boolean(),
      isCouponed: z.boolean(),
      points: z.int(),
      missed: z.array(z.enum(MISSED)),
    }),
  }),
  z.object({ kind: z.literal('enrolment'), ...event, staffName: z.string().nullable() }),
]);

/** `field`: what the field is called. */
const VALUE_REFUSALS = ['field-unknown', 'field-retired', 'field-value-invalid'] as const;

export const MEMBER_SORTS = [
  'name',
  'lastVisitDate',
  'enrolledAtMs',
  'netMinor',
  'balancePoints',
  'purchases',
] as const;

const referrer = z.object({
  memberId: idOf('member'),
  name: z.string().nullable(),
  phoneMasked: z.string().nullable(),
});
export type Referrer = z.infer<typeof referrer>;

export const membersContract = {
  /** Finds by phone, last four digits, card, name, pinyin or initials; newest visitors first. */
  find: query({
    access: 'member.read',
    input: z.object({ q: someWords(64), limit: z.int().min(1).max(20).default(10) }),
    output: z.object({
      by: z.enum(['phone', 'last-4', 'card', 'name', 'pinyin', 'initials', 'nothing']),
      matches: z.array(memberCard),
    }),
  }),
  card: query({
    access: 'member.read',
    input: z.object({ memberId: idOf('member') }),
    output: memberCard,
    refusals: ['member-unknown'],
  }),
  /** The window makes `memberId` once, so that a repeated click or a lost answer enrols once. */
  enrol: mutation({
    access: 'member.write',
    input: z.object({
      memberId: idOf('member'),
      ...z.object(profileFields).partial().shape,
      cardNumber: cardNumber.optional(),
      /** Left out by who knows nothing of the store's own fields: then none is required. */
      custom: custom.optional(),
      source: z.enum(SOURCES).default('till'),
      referredBy: idOf('member').optional(),
      consents: z
        .array(z.object({ purpose: z.enum(CONSENT_PURPOSES), given: z.boolean() }))
        .max(8)
        .default([]),
      noticeVersion: words(20).default('1'),
      /** Set after the clerk saw the duplicates and chose to go on. */
      despiteDuplicates: z.boolean().default(false),
    }),
    output: memberCard,
    /** `duplicate` {count}: ask `duplicates` for them. */
    refusals: [
      'nothing-given',
      'phone-invalid',
      'duplicate',
      'card-in-use',
      'member-id-reused',
      'referrer-unknown',
      'field-required',
      ...VALUE_REFUSALS,
    ],
  }),
  /** Who brought somebody along, by a card's number, a phone or the member's code. One that several share is nobody's. */
  referrer: query({
    access: 'member.write',
    input: z.object({ typed: words(40) }),
    output: referrer,
    refusals: ['referrer-unknown'],
  }),
  duplicates: query({
    access: 'member.read',
    input: z.object({
      phone: z.string().max(24).optional(),
      name: z.string().max(60).optional(),
      email: z.string().max(120).optional(),
      birthday: birthdaySchema.optional(),
    }),
    output: z.array(memberCard),
  }),
  /** Changes only the fields that are given; null clears one. */
  edit: mutation({
    access: 'member.write',
    input: z.object({
      memberId: idOf('member'),
      fields: z
        .object({
          name: profileFields.name.nullable(),
          phone: profileFields.phone.nullable(),
          email: profileFields.email.nullable(),
          gender: profileFields.gender.nullable(),
          birthday: profileFields.birthday.nullable(),
          address: profileFields.address.nullable(),
          note: profileFields.note.nullable(),
          wechatId: profileFields.wechatId.nullable(),
          /** Only those that change; null takes a value away. */
          custom: customChange,
          /** How the member was won. */
          source: z.enum(SOURCES),
        })
        .partial(),
    }),
    output: z.object({ memberId: idOf('member') }),
    refusals: ['member-unknown', 'phone-invalid', 'member-erased', ...VALUE_REFUSALS],
  }),
  /** Gives or withdraws consent for one purpose; it answers the event that is in force. */
  setConsent: mutation({
    access: 'member.write',
    input: z.object({
      eventId: idOf('consent-event'),
      memberId: idOf('member'),
      purpose: z.enum(CONSENT_PURPOSES),
      given: z.boolean(),
      noticeVersion: words(20).default('1'),
    }),
    output: z.null(),
    refusals: ['member-unknown', 'member-erased', 'member-closed', 'consent-id-reused'],
  }),
  /** Hands out a new card; the old one, lost or worn, finds nobody any more. */
  replaceCard: mutation({
    access: 'member.write',
    input: z.object({ memberId: idOf('member'), cardNumber, why: z.enum(['lost', 'replaced']) }),
    output: memberCard,
    refusals: ['member-unknown', 'member-erased', 'card-in-use'],
  }),
  /**
   * Forgets a person for good, under every id by which they are known: what names them is destroyed, here and in the whole
   * chain, and every fact and sum stays. The same id for the same person answers as it did.
   */
  erase: mutation({
    access: 'member.standing',
    input: z.object({ erasureId: idOf('member-erasure'), memberId: idOf('member') }),
    output: z.null(),
    refusals: ['member-unknown', 'member-erased', 'erasure-id-reused'],
  }),
  /**
   * Suspends or closes an account, or takes that back. Closing settles the balance and withdraws every consent. The same
   * id with the same content answers as it did.
   */
  changeStanding: mutation({
    access: 'member.standing',
    input: standingChange,
    output: z.object({ status: z.enum(MEMBER_STATUSES) }),
    /** `standing-differs`: the member does not stand so that this could be done. */
    refusals: [
      'member-unknown',
      'member-erased',
      'standing-differs',
      'note-needed',
      'note-personal',
      'balance-changed',
      'too-many-lots',
      'standing-id-reused',
    ],
  }),
  /** How a member stands, since when and why, and what closing the account would settle. */
  standing: query({
    access: 'member.read',
    input: z.object({ memberId: idOf('member') }),
    output: z.object({
      status: z.enum(MEMBER_STATUSES),
      /** The last change by hand; null where there was none. */
      last: standingEvent.extend({ atMs: instantMs }).nullable(),
      balancePoints: z.int(),
      /** What can be spent now, or could if the account were not stopped. */
      availablePoints: sumPoints,
      pendingPoints: sumPoints,
      debtPoints: sumPoints,
      /** What is left when all that is held has repaid what is owed; one of both is 0. */
      leftPoints: sumPoints,
      leftDebtPoints: sumPoints,
      /** Purposes that the member has consented to. */
      consents: z.int(),
      /** Baskets not sold yet that name the member. */
      baskets: z.int(),
    }),
    refusals: ['member-unknown'],
  }),
  profile: query({
    access: 'member.read',
    input: z.object({ memberId: idOf('member') }),
    output: z.object({
      card: memberCard,
      name: z.string().nullable(),
      email: z.string().nullable(),
      gender: z.enum(GENDERS).nullable(),
      birthday: birthdaySchema.nullable(),
      address: z.string().nullable(),
      note: z.string().nullable(),
      wechatId: z.string().nullable(),
      /** Values of the store's own fields, by their ids. */
      custom: customValuesSchema,
      source: z.enum(SOURCES),
      enrolledAtMs: instantMs,
      enrolledBy: z.string().nullable(),
      homeStore: z.string(),
      referredBy: z.object({ memberId: idOf('member'), name: z.string().nullable() }).nullable(),
      consents: z.array(
        z.object({
          purpose: z.enum(CONSENT_PURPOSES),
          given: z.boolean(),
          noticeVersion: z.string(),
          atMs: instantMs,
          channel: z.string(),
        }),
      ),
      summary: z.object({
        purchases: z.int(),
        netMinor: sumMinor,
        firstPurchaseDate: dateText.nullable(),
        lastPurchaseDate: dateText.nullable(),
      }),
      /** Net sales and points earned by business month, oldest first, the last 24 months that have any. */
      months: z.array(z.object({ month: z.string(), netMinor: sumMinor, pointsEarned: z.int() })),
    }),
    refusals: ['member-unknown'],
  }),
  /** Everything that happened with a member, in the order of the facts, newest first; `next` goes on from there. */
  timeline: query({
    access: 'member.read',
    input: z.object({
      memberId: idOf('member'),
      before: stamp.nullable().default(null),
      limit: z.int().min(1).max(100).default(50),
    }),
    output: z.object({ events: z.array(timelineEvent), next: stamp.nullable() }),
    refusals: ['member-unknown'],
  }),
  /** Shows the whole phone number once; the audit log remembers who looked. */
  unmaskPhone: mutation({
    access: 'member.unmask',
    input: z.object({ memberId: idOf('member') }),
    output: z.object({ phone: z.string().nullable() }),
    refusals: ['member-unknown'],
  }),
  /** A window of the member list, by position, with the number of rows that match. */
  list: query({
    access: 'member.read',
    input: z.object({
      q: words(64).default(''),
      where: memberConditions.default([]),
      sort: z.enum(MEMBER_SORTS).default('lastVisitDate'),
      descending: z.boolean().default(true),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({ total: z.int(), rows: z.array(memberRow) }),
  }),
  /** What the filters of the list choose among, where only the store knows. */
  choices: query({ access: 'member.read', input: z.void(), output: z.object({ stores: z.array(choice) }) }),
};
export type MemberCard = z.infer<typeof memberCard>;
export type StandingInput = z.output<typeof standingChange>;
export type MemberStanding = z.infer<typeof membersContract.standing.output>;
export type MemberRow = z.infer<typeof memberRow>;
export type MemberProfile = z.infer<typeof membersContract.profile.output>;
export type TimelineEvent = z.infer<typeof timelineEvent>;
export type TimelinePage = z.infer<typeof membersContract.timeline.output>;
export type FoundBy = z.infer<typeof membersContract.find.output>['by'];
