import { dayNumber } from '../kernel/instant.ts';
import type { CampaignTerms } from './campaign.ts';
import { messageChannelsOf } from './campaign-messages.ts';

/** More than half of an audience is not kept out of what is meant for it. */
export const MOST_CONTROL_BP = 5000;
const MOST_DAYS = 366;

/** What can make no sense about a plan by itself. */
export const CAMPAIGN_FAULTS = [
  'no-offer',
  'offer-twice',
  'no-channel',
  'no-template',
  'budget-zero',
  'ends-before-begin',
  'too-long',
  'control-out-of-range',
] as const;
export type CampaignFault = (typeof CAMPAIGN_FAULTS)[number];

/** All faults at once, in the order of the form; empty where the plan may stand. */
export function checkCampaign(terms: CampaignTerms): CampaignFault[] {
  const { offerIds, channels, templates, budgetMinor, from, until, controlBp } = terms;
  const found: Record<CampaignFault, boolean> = {
    'no-offer': offerIds.length === 0,
    'offer-twice': new Set(offerIds).size < offerIds.length,
    'no-channel': channels.length === 0,
    'no-template': messageChannelsOf(terms).some((channel) => templates[channel] === null),
    'budget-zero': budgetMinor === 0,
    'ends-before-begin': until < from,
    'too-long': dayNumber(until) - dayNumber(from) >= MOST_DAYS,
    'control-out-of-range': controlBp > MOST_CONTROL_BP,
  };
  return CAMPAIGN_FAULTS.filter((fault) => found[fault]);
}
