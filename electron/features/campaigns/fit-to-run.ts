import { audienceById } from '../../../db/audiences/audiences.queries.ts';
import { campaignWithOffer } from '../../../db/campaigns/campaigns.queries.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { templateById } from '../../../db/messages/templates.queries.ts';
import { offerById } from '../../../db/offers/offers.queries.ts';
import { audiencesNamedIn } from '../../../shared/audiences/audience.ts';
import type { CampaignTerms } from '../../../shared/campaigns/campaign.ts';
import { messageChannelsOf } from '../../../shared/campaigns/campaign-messages.ts';
import { checkCampaign } from '../../../shared/campaigns/check-campaign.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { channelSettings } from '../messages/channel-settings.ts';

/** Why a plan may not stand, all faults at once, or null. */
export function senseless(terms: CampaignTerms): Refusal<'campaign-makes-no-sense'> | null {
  const faults = checkCampaign(terms);
  return faults.length > 0 ? refuse('campaign-makes-no-sense', { faults: faults.join(',') }) : null;
}

type OfferRefusal = Refusal<'campaign-offer-unfit' | 'campaign-offer-taken'>;

/** Whether its offers are drafts of this store, which go live with it alone, and no other campaign has one of them. */
export function offersUnfit(
  db: ReadDb,
  owner: string,
  campaignId: Id<'campaign'>,
  { offerIds, from, until }: CampaignTerms,
): OfferRefusal | null {
  for (const offerId of offerIds) {
    const offer = offerById.get(db, { offerId });
    const taken = campaignWithOffer.get(db, { offerId, campaignId, from, until });
    if (taken) return refuse('campaign-offer-taken', { offer: offer?.terms.name ?? '', campaign: taken.name });
    if (offer?.owner !== owner || offer.state !== 'draft')
      return refuse('campaign-offer-unfit', { offer: offer?.terms.name ?? '–' });
  }
  return null;
}

/** A list or a segment that the plan names and that is there no more. */
const namesRemoved = (db: ReadDb, { audience }: CampaignTerms): boolean =>
  audiencesNamedIn({ kind: 'segment', where: audience, either: [] }).some(
    (audienceId) => audienceById.get(db, { audienceId })?.state !== 'active',
  );

/** Why a plan may not be approved or go live on this day, or null. */
export const unfitToRun = (
  db: ReadDb,
  owner: string,
  campaignId: Id<'campaign'>,
  terms: CampaignTerms,
  today: string,
  members: number,
) =>
  senseless(terms) ??
  (terms.from < today ? refuse('campaign-begins-past', { from: terms.from }) : null) ??
  (namesRemoved(db, terms) ? refuse('campaign-audience-removed') : null) ??
  (members === 0 ? refuse('campaign-audience-empty') : null) ??
  offersUnfit(db, owner, campaignId, terms);

/** Why its messages could not be sent, or null: a channel is switched off, or a template is there no more or of another sort. */
export function unfitToSend(
  db: ReadDb,
  store: OpenStore,
  terms: CampaignTerms,
): Refusal<'campaign-template-unfit' | 'channel-off'> | null {
  const settings = channelSettings(store);
  for (const channel of messageChannelsOf(terms)) {
    if (!settings[channel].enabled) return refuse('channel-off');
    const templateId = terms.templates[channel];
    const template = templateId ? templateById.get(db, { templateId }) : undefined;
    const { content } = template ?? {};
    if (!content || template?.retired || content.channel !== channel || content.purpose !== 'marketing')
      return refuse('campaign-template-unfit', { template: content?.name ?? '–' });
  }
  return null;
}
