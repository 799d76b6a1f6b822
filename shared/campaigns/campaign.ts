import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { memberConditions } from '../members/member-fields.ts';

/** What a campaign is for. */
export const CAMPAIGN_GOALS = [
  'more-visits',
  'bigger-baskets',
  'win-back',
  'second-purchase',
  'clear-stock',
  'other',
] as const;
/** By which its members hear of it: from the clerk at the till, or by a message. */
export const CAMPAIGN_CHANNELS = ['till', 'sms', 'email'] as const;

const templateId = idOf('message-template').nullable();
const budgetMinor = z.int().min(0).max(1_000_000_000_000);

/** The plan of a campaign. Whether it makes sense, `checkCampaign` says. */
export const campaignTermsSchema = z.object({
  name: z.string().trim().min(1).max(60),
  goal: z.enum(CAMPAIGN_GOALS),
  /** By how much it should raise its members' sales, in percent: what the size of the audience is judged by. */
  risePercent: z.int().min(1).max(500),
  /** Who is meant: active members of whom all of this holds. */
  audience: memberConditions,
  /** Had by the treated members only, while it is live. */
  offerIds: z.array(idOf('offer')).max(5),
  /** What its offers may take off altogether. */
  budgetMinor,
  /** What it costs besides: print, messages, work. */
  otherCostMinor: budgetMinor,
  /** Business dates; both belong to it. */
  from: z.iso.date(),
  until: z.iso.date(),
  channels: z.array(z.enum(CAMPAIGN_CHANNELS)).max(CAMPAIGN_CHANNELS.length),
  /** What its messages are written by; null where it sends none by that channel. */
  templates: z.object({ sms: templateId, email: templateId }),
  /** Of the audience, in hundredths of a percent, kept out at random. */
  controlBp: z.int().min(0).max(10_000),
});
export type CampaignTerms = z.infer<typeof campaignTermsSchema>;
