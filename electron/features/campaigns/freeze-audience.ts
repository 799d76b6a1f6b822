import {
  campaignById,
  dropFreeze,
  moveFreeze,
  putSending,
  stopFreeze,
} from '../../../db/campaigns/campaigns.queries.ts';
import { type Act, perform } from '../../../db/changes/act.ts';
import { offerById } from '../../../db/offers/offers.queries.ts';
import { MEMBERS_A_PART } from '../../../shared/campaigns/campaign.facts.ts';
import { messageChannelsOf } from '../../../shared/campaigns/campaign-messages.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { OfferTerms } from '../../../shared/promotions/offer.ts';
import { givesMoney } from '../../../shared/promotions/turn.ts';
import { memberIdsOf } from './campaign-audience.ts';
import { offersUnfit } from './fit-to-run.ts';
import { type Planner, recordState } from './record-campaign.ts';

/** How far a campaign's audience is frozen. */
export interface Freeze {
  readonly campaignPk: number;
  readonly campaignId: Id<'campaign'>;
  readonly afterPk: number;
}

/**
 * Puts the next few hundred members into their arms, in one transaction with how far that came: a kill in between costs
 * nothing. Returns how far it is now, null where all are in or somebody stopped it.
 */
export function freezePart(by: Planner, freeze: Freeze, audience: Int32Array, nowMs: number): Freeze | null {
  const { store, ids } = by;
  const from = placeAfter(audience, freeze.afterPk);
  const pks = audience.subarray(from, from + MEMBERS_A_PART);
  return perform<Freeze | null>(store.db, nowMs, (act) => {
    const afterPk = pks.at(-1) ?? freeze.afterPk;
    // Nothing moves where it was stopped meanwhile.
    if (moveFreeze.run(act.db, { campaignPk: freeze.campaignPk, afterPk }) === 0) return null;
    if (pks.length === 0) {
      goLive(act, by, freeze);
      return null;
    }
    const { campaignId } = freeze;
    act.record('campaign-part', { id: ids<'campaign-part'>(), campaignId, memberIds: memberIdsOf(store, pks) });
    return { ...freeze, afterPk };
  });
}

/** Where the first key after this one stands, in keys that ascend. */
function placeAfter(pks: Int32Array, afterPk: number): number {
  let [low, high] = [0, pks.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pks[middle] ?? 0) > afterPk) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Its offers apply from the next sale on, to its treated members alone. */
function goLive(act: Act, by: Planner, { campaignPk, campaignId }: Freeze): void {
  const campaign = campaignById.get(act.db, { campaignId });
  // An offer was thrown away or put live by itself meanwhile: it stays approved, and going live again says why not.
  if (!campaign || offersUnfit(act.db, campaign.owner, campaignId, campaign.terms))
    return void stopFreeze.run(act.db, { campaignPk });
  dropFreeze.run(act.db, { campaignPk });
  recordState(act, by, campaign, 'live');
  for (const channel of messageChannelsOf(campaign.terms))
    putSending.run(act.db, { campaignPk, channel, staffId: by.staffId });
  for (const offerId of campaign.terms.offerIds) {
    const offer = offerById.get(act.db, { offerId });
    if (!offer) continue;
    const { owner, version, note } = offer;
    const terms = forCampaign(offer.terms, campaignId, campaign.terms.budgetMinor);
    const live = { id: offerId, owner, version: version + 1, state: 'live' as const, terms, note };
    act.record('offer', { ...live, atMs: act.nowMs, staffId: by.staffId });
  }
}

/** An offer of money gives no more than the campaign has: with one offer, the budget is kept to the minor unit. */
function forCampaign(terms: OfferTerms, campaignId: Id<'campaign'>, budgetMinor: number): OfferTerms {
  const limits = givesMoney(terms)
    ? { ...terms.limits, budgetMinor: Math.min(terms.limits.budgetMinor ?? budgetMinor, budgetMinor) }
    : terms.limits;
  return { ...terms, limits, conditions: [...terms.conditions, { kind: 'campaign', campaignId }] };
}
