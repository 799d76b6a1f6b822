import { z } from 'zod';
import { AUDIENCE_STATES, audienceTermsSchema, segmentSchema } from '../audiences/audience.ts';
import { AUTOMATION_STATES } from '../automations/automation.ts';
import { CAMPAIGN_STATES } from '../campaigns/campaign-state.ts';
import { idOf } from '../kernel/id.ts';
import { OFFER_STATES } from '../promotions/offer-state.ts';
import { instantMs, someWords, words } from './fields.ts';
import { memberRow } from './members.contract.ts';
import { mutation, query } from './procedure.ts';

const audienceId = idOf('audience');
const segment = segmentSchema.extend({ kind: z.literal('segment') });

const audienceRow = z.object({
  audienceId,
  /** Counts every change of its name, its terms, its note and its state. */
  version: z.int(),
  name: z.string(),
  terms: audienceTermsSchema,
  note: z.string(),
  changedAtMs: instantMs,
  /** Who names it: while there is anybody it cannot be removed. */
  usedBy: z.object({
    offers: z.array(z.object({ offerId: idOf('offer'), name: z.string(), state: z.enum(OFFER_STATES) })),
    audiences: z.array(z.object({ audienceId, name: z.string() })),
    campaigns: z.array(z.object({ campaignId: idOf('campaign'), name: z.string(), state: z.enum(CAMPAIGN_STATES) })),
    automations: z.array(
      z.object({ automationId: idOf('automation'), name: z.string(), state: z.enum(AUTOMATION_STATES) }),
    ),
  }),
  /** False for an audience of headquarters: it is seen here and not changed. */
  isOwn: z.boolean(),
});

const audienceView = audienceRow.extend({
  /** All versions, newest first; the first is as it is now. */
  history: z.array(
    z.object({
      version: z.int(),
      state: z.enum(AUDIENCE_STATES),
      name: z.string(),
      terms: audienceTermsSchema,
      note: z.string(),
      atMs: instantMs,
      staffName: z.string().nullable(),
    }),
  ),
});

/** An audience as it is kept, or a segment as it stands in the form. */
const who = z.union([z.object({ audienceId }), z.object({ segment })]);

/** Lists and segments: whom offers, campaigns and messages are meant for. */
export const audiencesContract = {
  /** Audiences that were not removed, by name. */
  list: query({
    access: 'member.read',
    input: z.object({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(100) }),
    output: z.object({ total: z.int(), rows: z.array(audienceRow) }),
  }),
  get: query({
    access: 'member.read',
    input: z.object({ audienceId }),
    output: audienceView,
    refusals: ['audience-unknown'],
  }),
  /** How many members are in it now, of how many there are, and how many of them can be reached as they agreed to be. */
  count: query({
    access: 'member.read',
    input: who,
    output: z.object({
      members: z.int(),
      ofMembers: z.int(),
      /** Gave their consent to text messages and have a number; likewise by e-mail. */
      bySms: z.int(),
      byEmail: z.int(),
    }),
    refusals: ['audience-unknown'],
  }),
  /** The first of its members in the order of the member list. */
  preview: query({
    access: 'member.read',
    input: z.object({ who, limit: z.int().min(1).max(50).default(10) }),
    output: z.object({ rows: z.array(memberRow) }),
    refusals: ['audience-unknown'],
  }),
  /**
   * Writes a new audience or the next version of one. `basedOn` is the version that the form showed, 0 for a new one. The
   * same content again writes nothing.
   */
  save: mutation({
    access: 'audience.write',
    input: z.object({
      audienceId,
      basedOn: z.int().min(0),
      name: someWords(60),
      terms: audienceTermsSchema,
      note: words(300).default(''),
    }),
    output: audienceView,
    /**
     * `audience-changed`: somebody else changed it meanwhile. `audience-says-nothing`: a segment needs a condition.
     * `audience-kind-fixed`: a list stays a list. `audience-names-itself`: by way of other audiences.
     */
    refusals: [
      'audience-changed',
      'audience-not-ours',
      'audience-removed',
      'audience-says-nothing',
      'audience-kind-fixed',
      'audience-names-itself',
      'audience-names-unknown',
    ],
  }),
  /** Removes an audience that nothing uses: `audience-in-use` names what does. */
  remove: mutation({
    access: 'audience.write',
    input: z.object({ audienceId }),
    output: z.null(),
    refusals: ['audience-unknown', 'audience-not-ours', 'audience-in-use'],
  }),
  /** Brings back one that was removed, with everybody who was in it. */
  restore: mutation({
    access: 'audience.write',
    input: z.object({ audienceId }),
    output: audienceView,
    refusals: ['audience-unknown', 'audience-not-ours', 'audience-names-unknown'],
  }),
  /** Puts a member into a list, or takes the member out. `entryId` is made once by the window. */
  put: mutation({
    access: 'audience.write',
    input: z.object({ entryId: idOf('audience-entry'), audienceId, memberId: idOf('member'), isIn: z.boolean() }),
    output: z.null(),
    refusals: ['audience-unknown', 'audience-no-list', 'member-unknown', 'entry-id-reused'],
  }),
  /** The lists that a member is in. Which segments the member is in can be asked one by one. */
  ofMember: query({
    access: 'member.read',
    input: z.object({ memberId: idOf('member') }),
    output: z.object({ lists: z.array(z.object({ audienceId, name: z.string() })) }),
  }),
};
export type AudienceRow = z.infer<typeof audienceRow>;
export type AudienceView = z.infer<typeof audienceView>;
