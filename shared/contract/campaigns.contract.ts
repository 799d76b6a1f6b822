import { z } from 'zod';
import { CAMPAIGN_CHANNELS, CAMPAIGN_GOALS, campaignTermsSchema } from '../campaigns/campaign.ts';
import { CAMPAIGN_PHASES, CAMPAIGN_STATES } from '../campaigns/campaign-state.ts';
import { UNTOLD } from '../campaigns/told.ts';
import { idOf } from '../kernel/id.ts';
import { memberConditions } from '../members/member-fields.ts';
import { OFFER_STATES } from '../promotions/offer-state.ts';
import { dateText, instantMs, someWords, sumMinor } from './fields.ts';
import { mutation, query } from './procedure.ts';

/** What the wizard asks for. */
const terms = campaignTermsSchema.extend({
  name: someWords(60),
  goal: z.enum(CAMPAIGN_GOALS),
  channels: z.array(z.enum(CAMPAIGN_CHANNELS)).max(5),
  templates: z.object({ sms: idOf('message-template').nullable(), email: idOf('message-template').nullable() }),
});

const untold = z.object({ told: z.literal(false), why: z.enum(UNTOLD) });
/** What figures say, or why they cannot say it. */
const told = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.discriminatedUnion('told', [z.object({ told: z.literal(true), ...shape }), untold]);
const interval = { estimate: z.number(), low: z.number(), high: z.number() };
const difference = { ...interval, error: z.number(), pValue: z.number() };

const ratio = told({ chiSquare: z.number(), pValue: z.number(), alarm: z.boolean() });
const arm = z.object({ members: z.int(), buyers: z.int(), salesMinor: sumMinor });

const evaluation = z.object({
  treated: arm,
  control: arm,
  /** Whether the arms are of the planned sizes; after an alarm nothing else is to be believed. */
  ratio,
  /** Sales a member in minor units: what members did before is taken out, `gain` of the variance with it. */
  perMember: told({
    ...difference,
    df: z.number(),
    theta: z.number(),
    gain: z.number(),
    covariateVaries: z.boolean(),
  }),
  unadjusted: told({ ...difference, df: z.number() }),
  /** Shares of members that bought, parts of 1. */
  buyers: told(difference),
  /** Brought about over all treated members, minor units. */
  salesMinor: told(interval),
  marginMinor: told(interval),
  profitMinor: told(interval),
  /** Profit to what was spent: 0.5 is half of it on top. */
  roi: told(interval),
  /** Taken off by its offers, and what it cost besides. */
  discountMinor: sumMinor,
  otherCostMinor: sumMinor,
});

const campaignRow = z.object({
  campaignId: idOf('campaign'),
  /** Counts every change of its plan and its state. */
  version: z.int(),
  state: z.enum(CAMPAIGN_STATES),
  /** Where today lies to its days. */
  phase: z.enum(CAMPAIGN_PHASES),
  /** Earlier than planned where it was ended early. */
  lastDate: dateText,
  terms: campaignTermsSchema,
  /** Members whose arm is written; nobody before it goes live. */
  treated: z.int(),
  control: z.int(),
  /** Purchases that had one of its offers, and members among them. */
  redemptions: z.int(),
  redeemers: z.int(),
  /** Taken off by its offers, which is what its budget pays. */
  discountMinor: sumMinor,
  /** `freezing`: members are being put into their arms, and it goes live after. */
  freeze: z.enum(['none', 'freezing', 'stopped']),
  changedAtMs: instantMs,
  /** False for a campaign of headquarters. */
  isOwn: z.boolean(),
});

const listRow = campaignRow.extend({
  /** Brought about until now, with its interval; a plan has none. */
  salesMinor: told(interval).nullable(),
  alarm: z.boolean(),
});

const campaignView = campaignRow.extend({
  offers: z.array(z.object({ offerId: idOf('offer'), name: z.string(), state: z.enum(OFFER_STATES) })),
  history: z.array(
    z.object({
      version: z.int(),
      state: z.enum(CAMPAIGN_STATES),
      atMs: instantMs,
      staffName: z.string().nullable(),
    }),
  ),
});

/** `offer`: what the offer is called; `campaign`: which other campaign has it; `template`: what it is called. */
const PLAN_REFUSALS = [
  'campaign-makes-no-sense',
  'campaign-audience-removed',
  'campaign-audience-empty',
  'campaign-offer-taken',
  'campaign-offer-unfit',
  'campaign-begins-past',
  'campaign-template-unfit',
  'channel-off',
] as const;

export const campaignsContract = {
  /** Campaigns that were not thrown away: at the tills first, then approved ones, drafts and ended, each newest first. */
  list: query({
    access: 'campaign.plan',
    input: z.object({
      state: z.enum(CAMPAIGN_STATES).nullable().default(null),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({ total: z.int(), rows: z.array(listRow) }),
  }),
  get: query({
    access: 'campaign.plan',
    input: z.object({ campaignId: idOf('campaign') }),
    output: campaignView,
    refusals: ['campaign-unknown'],
  }),
  /**
   * Who a plan would reach, and what it could show. `neededMembers` is the size of an audience in which a rise of
   * `risePercent` is seen in four of five cases; `seenPercent` the smallest rise that this audience shows so.
   */
  preview: query({
    access: 'campaign.plan',
    input: z.object({
      audience: memberConditions,
      controlBp: z.int().min(0).max(10_000),
      risePercent: z.int().min(1).max(500),
      /** The days that it runs. */
      days: z.int().min(1).max(400),
    }),
    output: z.object({
      members: z.int(),
      /** What a member of it bought on average in as many days until now. */
      meanMinor: sumMinor,
      needed: told({ members: z.int() }),
      seen: told({ change: z.number() }),
    }),
  }),
  /**
   * Writes a draft or the next version of a plan; one that was approved becomes a draft again. `basedOn` is the version
   * that the form showed, 0 for a new one. The same plan again writes nothing.
   */
  save: mutation({
    access: 'campaign.plan',
    input: z.object({ campaignId: idOf('campaign'), basedOn: z.int().min(0), terms }),
    output: campaignView,
    /** `campaign-makes-no-sense`: `details.faults` are those of `checkCampaign` with a comma between them. */
    refusals: [
      'campaign-makes-no-sense',
      'campaign-offer-unfit',
      'campaign-changed',
      'campaign-not-ours',
      'campaign-begun',
    ],
  }),
  /** Allows a plan. By somebody else than who wrote it, where somebody else may. */
  approve: mutation({
    access: 'campaign.approve',
    input: z.object({ campaignId: idOf('campaign'), basedOn: z.int().min(1) }),
    output: campaignView,
    refusals: [
      ...PLAN_REFUSALS,
      'campaign-unknown',
      'campaign-changed',
      'campaign-not-ours',
      'campaign-state-unfit',
      'campaign-four-eyes',
    ],
  }),
  /**
   * Goes live, pauses, goes on or ends. Going live puts its members into their arms first, a part at a time; its offers
   * apply when the last one is written.
   */
  setState: mutation({
    access: 'campaign.plan',
    input: z.object({
      campaignId: idOf('campaign'),
      basedOn: z.int().min(1),
      state: z.enum(['live', 'paused', 'ended']),
    }),
    output: campaignView,
    refusals: [...PLAN_REFUSALS, 'campaign-unknown', 'campaign-changed', 'campaign-not-ours', 'campaign-state-unfit'],
  }),
  /** Lets messages go on that a restore stopped: whoever has none on record gets one. */
  sendRest: mutation({
    access: 'message.send',
    input: z.object({ campaignId: idOf('campaign') }),
    output: campaignView,
    refusals: ['campaign-unknown'],
  }),
  /** Stops putting members into their arms. Who is in one stays there, and going live again goes on behind them. */
  stopFreeze: mutation({
    access: 'campaign.plan',
    input: z.object({ campaignId: idOf('campaign') }),
    output: campaignView,
    refusals: ['campaign-unknown'],
  }),
  /** Throws a draft away. */
  remove: mutation({
    access: 'campaign.plan',
    input: z.object({ campaignId: idOf('campaign') }),
    output: z.null(),
    refusals: ['campaign-unknown', 'campaign-no-draft', 'campaign-not-ours'],
  }),
  /** How a campaign goes: by day and arm, and what it brought until now. Null before members are in its arms. */
  figures: query({
    access: 'campaign.plan',
    input: z.object({ campaignId: idOf('campaign') }),
    output: z.object({
      /** Every day until today or its last; sales a member of the arm, in minor units. */
      days: z.array(
        z.object({
          date: dateText,
          treatedMinor: z.number(),
          controlMinor: z.number(),
        }),
      ),
      evaluation: evaluation.nullable(),
    }),
    refusals: ['campaign-unknown'],
  }),
  /** Campaigns that have run, the one that brought most a member first, with p-values that count how many they are. */
  league: query({
    access: 'campaign.plan',
    input: z.object({}),
    output: z.array(
      z.object({
        campaignId: idOf('campaign'),
        name: z.string(),
        state: z.enum(CAMPAIGN_STATES),
        from: dateText,
        lastDate: dateText,
        alarm: z.boolean(),
        perMember: told(interval),
        salesMinor: told(interval),
        roi: told(interval),
        /** Null where nothing can be told. */
        pValue: z.number().nullable(),
        adjustedPValue: z.number().nullable(),
      }),
    ),
  }),
};
export type CampaignRow = z.infer<typeof listRow>;
export type CampaignView = z.infer<typeof campaignView>;
export type CampaignFigures = z.infer<typeof campaignsContract.figures.output>;
export type CampaignPreview = z.infer<typeof campaignsContract.preview.output>;
export type LeagueRow = z.infer<typeof campaignsContract.league.output>[number];
export type ShownEvaluation = z.infer<typeof evaluation>;
