import {
  campaignById,
  dropSending,
  moveSending,
  type sendings,
  treatedBehind,
} from '../../../db/campaigns/campaigns.queries.ts';
import { perform } from '../../../db/changes/act.ts';
import { campaignOccasion } from '../../../shared/campaigns/campaign-messages.ts';
import { addDays } from '../../../shared/kernel/instant.ts';
import { dayStartMs } from '../../../shared/nightly/night.ts';
import { enqueueMessages } from '../messages/enqueue-messages.ts';
import type { Planner } from './record-campaign.ts';

/** So many at a time that no till waits for it. */
const MEMBERS_AT_ONCE = 200;

export type Sending = ReturnType<typeof sendings.all>[number];

/**
 * Puts the messages for the next treated members into the outbox, in one transaction with how far that came: a kill in
 * between neither loses nor repeats one. They go out from the campaign's first day on and say nothing after its last.
 * Whether each may have it is looked at then. Returns how far it is now, null where all are in or it may not go on.
 */
export function sendPart({ store, ids }: Planner, sending: Sending, nowMs: number): Sending | null {
  const { campaignPk, campaignId, channel, staffId } = sending;
  return perform<Sending | null>(store.db, nowMs, (act) => {
    const campaign = campaignById.get(act.db, { campaignId });
    const to = treatedBehind.all(act.db, { ...sending, limit: MEMBERS_AT_ONCE });
    const afterPk = to.at(-1)?.memberPk ?? sending.afterPk;
    // Nothing moves where it was paused or ended meanwhile.
    if (!campaign || moveSending.run(act.db, { ...sending, through: afterPk }) === 0) return null;
    const templateId = campaign.terms.templates[channel];
    if (to.length === 0 || !templateId) {
      dropSending.run(act.db, { campaignPk, channel });
      return null;
    }
    enqueueMessages(
      act,
      {
        channel,
        purpose: 'marketing',
        content: { templateId },
        occasion: campaignOccasion(campaignId, channel),
        to,
        notBeforeMs: Math.max(nowMs, dayStartMs(campaign.terms.from, store.day)),
        notAfterMs: dayStartMs(addDays(campaign.lastDate, 1), store.day) - 1,
        staffId,
      },
      ids,
    );
    return { ...sending, afterPk };
  });
}
