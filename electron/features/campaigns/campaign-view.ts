import type { z } from 'zod';
import { allCampaigns, campaignById, versionsOfCampaign } from '../../../db/campaigns/campaigns.queries.ts';
import { offerById } from '../../../db/offers/offers.queries.ts';
import { phaseOn } from '../../../shared/campaigns/campaign-state.ts';
import type { CampaignRow, CampaignView, campaignsContract } from '../../../shared/contract/campaigns.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { keptEvaluation } from './evaluate.ts';

export type FoundCampaign = NonNullable<ReturnType<typeof campaignById.get>>;

const rowOf = (store: OpenStore, found: FoundCampaign, nowMs: number) => {
  const { owner, campaignPk: _pk, points: _points, isStopped, ...row } = found;
  return {
    ...row,
    phase:
      found.state === 'ended'
        ? ('over' as const)
        : phaseOn({ from: found.terms.from, until: found.lastDate }, businessDate(nowMs, store.day)),
    freeze: isStopped === null ? ('none' as const) : isStopped ? ('stopped' as const) : ('freezing' as const),
    isOwn: owner === store.facts.storeId,
  };
};

/** The campaigns in one state, or in any, with what each has brought. */
export async function campaignRows(
  store: OpenStore,
  { state, offset, limit }: z.output<typeof campaignsContract.list.input>,
  nowMs: number,
): Promise<{ readonly total: number; readonly rows: CampaignRow[] }> {
  const all = allCampaigns.all(store.db, {}).filter((found) => state === null || found.state === state);
  const rows: CampaignRow[] = [];
  for (const found of all.slice(offset, offset + limit)) {
    const evaluation = await keptEvaluation(store.db, found);
    rows.push({
      ...rowOf(store, found, nowMs),
      salesMinor: evaluation?.salesMinor ?? null,
      alarm: evaluation?.ratio.told === true && evaluation.ratio.alarm,
    });
  }
  return { total: all.length, rows };
}

/** A campaign with its offers by name and all that was done with it. */
export function viewCampaign(
  store: OpenStore,
  campaignId: Id<'campaign'>,
  nowMs: number,
): Outcome<CampaignView, Refusal<'campaign-unknown'>> {
  const found = campaignById.get(store.db, { campaignId });
  if (!found) return refuse('campaign-unknown');
  return done({
    ...rowOf(store, found, nowMs),
    offers: found.terms.offerIds.flatMap((offerId) => {
      const offer = offerById.get(store.db, { offerId });
      return offer ? [{ offerId, name: offer.terms.name, state: offer.state }] : [];
    }),
    history: versionsOfCampaign
      .all(store.db, { campaignId })
      .map(({ version, state, atMs, staffName }) => ({ version, state, atMs, staffName })),
  });
}
