import type { z } from 'zod';
import { campaignById, dropSending, putFreeze, resumeSendings } from '../../../db/campaigns/campaigns.queries.ts';
import { type Act, perform } from '../../../db/changes/act.ts';
import { offerById } from '../../../db/offers/offers.queries.ts';
import { messageChannelsOf } from '../../../shared/campaigns/campaign-messages.ts';
import { mayBecome } from '../../../shared/campaigns/campaign-state.ts';
import type { campaignsContract } from '../../../shared/contract/campaigns.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { audienceOf } from './campaign-audience.ts';
import type { FoundCampaign } from './campaign-view.ts';
import { unfitToRun, unfitToSend } from './fit-to-run.ts';
import { type Planner, recordState } from './record-campaign.ts';

type SetState = z.output<typeof campaignsContract.setState.input>;
type StateOutcome = Outcome<null, Refusal<(typeof campaignsContract.setState.refusals)[number]>>;

/**
 * Pauses a campaign, lets it go on or ends it, at the next sale. Going live begins to put its members into their arms;
 * the desk does that in parts and takes it live after the last one.
 */
export async function setCampaignState(
  by: Planner,
  { campaignId, basedOn, state }: SetState,
  nowMs: number,
): Promise<StateOutcome> {
  const { store } = by;
  const planned = campaignById.get(store.db, { campaignId });
  if (!planned) return refuse('campaign-unknown');
  const begins = planned.state === 'approved' && state === 'live';
  const members = begins ? (await audienceOf(store, planned.terms.audience, nowMs)).length : 0;
  return perform<StateOutcome>(store.db, nowMs, (act) => {
    const known = campaignById.get(act.db, { campaignId });
    if (!known) return refuse('campaign-unknown');
    if (known.state === state || (state === 'live' && known.isStopped === false)) return done(null);
    if (known.owner !== store.facts.storeId) return refuse('campaign-not-ours');
    if (known.version !== basedOn || planned.version !== basedOn) return refuse('campaign-changed');
    if (!mayBecome(known.state, state)) return refuse('campaign-state-unfit');
    const today = businessDate(nowMs, store.day);
    if (begins) {
      const why =
        unfitToRun(act.db, store.facts.storeId, campaignId, known.terms, today, members) ??
        unfitToSend(act.db, store, known.terms);
      if (why) return why;
      if (by.staffId) putFreeze.run(act.db, { campaignPk: known.campaignPk, staffId: by.staffId });
      return done(null);
    }
    if (state === 'ended') endCampaign(act, by, known, today);
    else recordState(act, by, known, state);
    return done(null);
  });
}

/** Lets what was stopped by a restore go on: the rest of the members get their messages. */
export function sendRest(
  { store }: Planner,
  campaignId: Id<'campaign'>,
  nowMs: number,
): Outcome<null, Refusal<'campaign-unknown'>> {
  return perform<Outcome<null, Refusal<'campaign-unknown'>>>(store.db, nowMs, (act) => {
    const known = campaignById.get(act.db, { campaignId });
    if (!known) return refuse('campaign-unknown');
    resumeSendings.run(act.db, known);
    return done(null);
  });
}

/** Ends a campaign, and the offers that were its own, with the day as its last where it was to go on. */
export function endCampaign(act: Act, by: Planner, campaign: FoundCampaign, today: string): void {
  recordState(act, by, campaign, 'ended', today < campaign.lastDate ? today : campaign.lastDate);
  for (const channel of messageChannelsOf(campaign.terms)) dropSending.run(act.db, { ...campaign, channel });
  for (const offerId of campaign.terms.offerIds) {
    const offer = offerById.get(act.db, { offerId });
    if (!offer || offer.state === 'ended' || offer.state === 'draft') continue;
    const { owner, version, terms, note } = offer;
    const ended = { id: offerId, owner, version: version + 1, state: 'ended' as const, terms, note };
    act.record('offer', { ...ended, atMs: act.nowMs, staffId: by.staffId });
  }
}
