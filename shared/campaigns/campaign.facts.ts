import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { campaignTermsSchema } from './campaign.ts';
import { CAMPAIGN_STATES } from './campaign-state.ts';

/** A campaign as its owner wrote it: every change of its plan or its state is a version, and all of them stay. */
export const campaignFact = z.object({
  id: idOf('campaign'),
  /** 'chain', or the id of the store that may write it. */
  owner: z.string(),
  /** Counts its writes. */
  version: z.int().min(1),
  state: z.enum([...CAMPAIGN_STATES, 'removed']),
  terms: campaignTermsSchema,
  /** The last business date that counts: earlier than planned where it was ended early. */
  lastDate: z.iso.date(),
  atMs: z.int(),
  staffId: idOf('staff').nullable(),
});
export type CampaignFact = z.infer<typeof campaignFact>;

/** Members of one fact: few enough that sales need not wait for it. */
export const MEMBERS_A_PART = 500;

/**
 * A part of the audience as it was when the campaign went live. Who of it is treated follows from the ids of campaign and
 * member and the planned share (`isControl`); a later change of the member changes nothing.
 */
export const campaignPartFact = z.object({
  id: idOf('campaign-part'),
  campaignId: idOf('campaign'),
  memberIds: z.array(idOf('member')).min(1).max(MEMBERS_A_PART),
});
export type CampaignPartFact = z.infer<typeof campaignPartFact>;
