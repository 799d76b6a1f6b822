import type { z } from 'zod';
import { campaignById, campaignKnown } from '../../../db/campaigns/campaigns.queries.ts';
import { perform } from '../../../db/changes/act.ts';
import type { campaignsContract } from '../../../shared/contract/campaigns.contract.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { audit } from '../staff/audit.ts';
import { type Planner, recordVersion } from './record-campaign.ts';

type RemoveOutcome = Outcome<null, Refusal<(typeof campaignsContract.remove.refusals)[number]>>;

/** Throws a draft away. What was ever live stays, since it has figures. */
export function removeCampaign(
  by: Planner,
  { campaignId }: z.output<typeof campaignsContract.remove.input>,
  nowMs: number,
): RemoveOutcome {
  const { store } = by;
  return perform<RemoveOutcome>(store.db, nowMs, (act) => {
    const known = campaignById.get(act.db, { campaignId });
    if (!known) return campaignKnown.get(act.db, { campaignId }) ? done(null) : refuse('campaign-unknown');
    const { owner, version, state, terms, lastDate, treated, control } = known;
    if (owner !== store.facts.storeId) return refuse('campaign-not-ours');
    if (state !== 'draft' || treated + control > 0) return refuse('campaign-no-draft');
    recordVersion(act, by, { id: campaignId, owner, version: version + 1, state: 'removed', terms, lastDate });
    audit(act, by, { action: 'remove-campaign', subjectKind: 'campaign', subjectId: campaignId, fields: [] });
    return done(null);
  });
}
