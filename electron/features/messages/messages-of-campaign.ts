import { campaignById, sendingsOf } from '../../../db/campaigns/campaigns.queries.ts';
import { occasionCounts } from '../../../db/messages/outbox.queries.ts';
import { templateById } from '../../../db/messages/templates.queries.ts';
import { campaignOccasion, messageChannelsOf } from '../../../shared/campaigns/campaign-messages.ts';
import type { CampaignMessages } from '../../../shared/contract/messages.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OutboxState } from '../../../shared/messages/message.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** How the messages of a campaign stand, by channel. */
export function messagesOfCampaign(
  { db }: OpenStore,
  campaignId: Id<'campaign'>,
): Outcome<CampaignMessages[], Refusal<'campaign-unknown'>> {
  const found = campaignById.get(db, { campaignId });
  if (!found) return refuse('campaign-unknown');
  if (found.state === 'draft' || found.state === 'approved') return done([]);
  const ahead = new Map(sendingsOf.all(db, found).map((sending) => [sending.channel, sending]));
  return done(
    messageChannelsOf(found.terms).map((channel) => {
      const counts = occasionCounts.all(db, { occasion: campaignOccasion(campaignId, channel) });
      const many = (...states: readonly OutboxState[]) =>
        counts.reduce((sum, { state, messages }) => sum + (states.includes(state) ? messages : 0), 0);
      const templateId = found.terms.templates[channel];
      return {
        channel,
        templateName: (templateId && templateById.get(db, { templateId })?.content.name) || '',
        ahead: ahead.get(channel)?.members ?? 0,
        isStopped: ahead.get(channel)?.isStopped ?? false,
        queued: many('queued', 'sending'),
        sent: many('sent'),
        uncertain: many('uncertain'),
        failed: many('failed'),
        withheld: many('withheld', 'cancelled'),
        reasons: counts.flatMap(({ state, reason, messages }) =>
          (state === 'withheld' || state === 'cancelled') && reason ? [{ reason, messages }] : [],
        ),
      };
    }),
  );
}
