import { z } from 'zod';
import { MISSED } from '../automations/automation.facts.ts';
import { AUTOMATION_STATES, automationTermsSchema } from '../automations/automation.ts';
import { UNTOLD } from '../campaigns/told.ts';
import { idOf } from '../kernel/id.ts';
import { dateText, instantMs, someWords, sumMinor } from './fields.ts';
import { mutation, query } from './procedure.ts';

const automationId = idOf('automation');
const terms = automationTermsSchema.extend({ name: someWords(60) });

const untold = z.object({ told: z.literal(false), why: z.enum(UNTOLD) });
/** What figures say, or why they cannot say it. */
const told = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.discriminatedUnion('told', [z.object({ told: z.literal(true), ...shape }), untold]);
const difference = { estimate: z.number(), low: z.number(), high: z.number(), error: z.number(), pValue: z.number() };
const arm = z.object({ members: z.int(), buyers: z.int(), salesMinor: sumMinor });

/** Whoever was met and whose days are over, each member by the first occasion, against those who were kept out. */
const evaluation = z.object({
  treated: arm,
  control: arm,
  ratio: told({ chiSquare: z.number(), pValue: z.number(), alarm: z.boolean() }),
  /** Shares of members that came to buy, parts of 1. */
  buyers: told(difference),
  /** Sales a member, minor units. */
  perMember: told({ ...difference, df: z.number() }),
  /** Members whose days are not over yet: they are in no figure. */
  waiting: z.int(),
});

/** What keeps a live automation from doing all that it says. */
const HINDRANCES = ['automation-audience-removed', 'automation-template-unfit', 'automation-coupon-unfit'] as const;

const row = z.object({
  automationId,
  /** Counts every change of its terms and its state. */
  version: z.int(),
  state: z.enum(AUTOMATION_STATES),
  terms: automationTermsSchema,
  /** Occasions that were met, and those that were kept out by lot; also since the first of this month. */
  treated: z.int(),
  control: z.int(),
  treatedThisMonth: z.int(),
  controlThisMonth: z.int(),
  hindrance: z.enum(HINDRANCES).nullable(),
  changedAtMs: instantMs,
  /** False for one of headquarters: it runs here and is not changed. */
  isOwn: z.boolean(),
});
const listRow = row.extend({ evaluation });
const view = row.extend({
  audienceName: z.string().nullable(),
  templateName: z.string().nullable(),
  couponName: z.string().nullable(),
  categoryName: z.string().nullable(),
  history: z.array(
    z.object({
      version: z.int(),
      state: z.enum([...AUTOMATION_STATES, 'removed']),
      atMs: instantMs,
      staffName: z.string().nullable(),
    }),
  ),
});

const metRow = z.object({
  occasionId: idOf('automation-occasion'),
  memberId: idOf('member'),
  memberName: z.string().nullable(),
  dueOn: dateText,
  takenOn: dateText,
  isControl: z.boolean(),
  isMessaged: z.boolean(),
  isCouponed: z.boolean(),
  points: z.int(),
  /** What of it could not be given. */
  missed: z.array(z.enum(MISSED)),
  /** Bought within the days that are measured, returns taken off. */
  salesMinor: sumMinor,
  purchases: z.int(),
});

export const automationsContract = {
  /** Those that were not removed: live ones first, each newest first. */
  list: query({ access: 'campaign.plan', input: z.void(), output: z.array(listRow) }),
  get: query({
    access: 'campaign.plan',
    input: z.object({ automationId }),
    output: view,
    refusals: ['automation-unknown'],
  }),
  figures: query({
    access: 'campaign.plan',
    input: z.object({ automationId }),
    output: evaluation,
    refusals: ['automation-unknown'],
  }),
  /**
   * Whom it would meet: by its next run, and in the thirty days after, as far as that is known now. `automationId` is
   * that of the form: whoever it met already is not counted.
   */
  preview: query({
    access: 'campaign.plan',
    input: z.object({ automationId, terms: automationTermsSchema.omit({ name: true }) }),
    output: z.object({
      now: z.int(),
      /** Of them, kept out by lot. */
      keptOut: z.int(),
      /** Null where nobody can know: a tier changes when it changes. */
      soon: z.int().nullable(),
      first: z.array(z.object({ memberId: idOf('member'), memberName: z.string().nullable(), dueOn: dateText })),
    }),
  }),
  /** Whom it met, newest first. */
  met: query({
    access: 'campaign.plan',
    input: z.object({
      automationId,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({ total: z.int(), rows: z.array(metRow) }),
    refusals: ['automation-unknown'],
  }),
  /**
   * Writes a new one, which is paused, or the next version of one, in the state in which it is. `basedOn` is the version
   * that the form showed, 0 for a new one. The same terms again write nothing.
   */
  save: mutation({
    access: 'campaign.plan',
    input: z.object({ automationId, basedOn: z.int().min(0), terms }),
    output: view,
    /** `automation-makes-no-sense`: `details.faults` are those of `checkAutomation` with a comma between them. */
    refusals: [
      'automation-makes-no-sense',
      'automation-changed',
      'automation-not-ours',
      'automation-begun',
      ...HINDRANCES,
    ],
  }),
  /** Goes live, pauses or is removed; what was removed comes back paused. Whom it met stays known. */
  setState: mutation({
    access: 'campaign.plan',
    input: z.object({ automationId, basedOn: z.int().min(1), state: z.enum([...AUTOMATION_STATES, 'removed']) }),
    output: z.object({ version: z.int() }),
    refusals: ['automation-unknown', 'automation-changed', 'automation-not-ours', 'automation-over', ...HINDRANCES],
  }),
};
export type AutomationRow = z.infer<typeof listRow>;
export type AutomationView = z.infer<typeof view>;
export type AutomationEvaluationShown = z.infer<typeof evaluation>;
export type AutomationPreview = z.infer<typeof automationsContract.preview.output>;
