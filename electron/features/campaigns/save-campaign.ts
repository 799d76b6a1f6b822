import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { campaignById, campaignKnown } from '../../../db/campaigns/campaigns.queries.ts';
import { perform } from '../../../db/changes/act.ts';
import { offerById } from '../../../db/offers/offers.queries.ts';
import type { CampaignTerms } from '../../../shared/campaigns/campaign.ts';
import type { campaignsContract } from '../../../shared/contract/campaigns.contract.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { audit } from '../staff/audit.ts';
import { senseless } from './fit-to-run.ts';
import { type Planner, recordVersion } from './record-campaign.ts';

type Save = z.output<typeof campaignsContract.save.input>;
type SaveOutcome = Outcome<null, Refusal<(typeof campaignsContract.save.refusals)[number]>>;

/**
 * Writes a draft or its next version. What was approved is a draft again: somebody allowed another plan. Nothing changes
 * any more once members are put into its arms, since those follow from the plan.
 */
export function saveCampaign(by: Planner, { campaignId, basedOn, terms }: Save, nowMs: number): SaveOutcome {
  const { store } = by;
  return perform<SaveOutcome>(store.db, nowMs, (act) => {
    const known = campaignById.get(act.db, { campaignId });
    if (known && isDeepStrictEqual(known.terms, terms)) return done(null);
    if (known && known.owner !== store.facts.storeId) return refuse('campaign-not-ours');
    const isPlan = !known || known.state === 'draft' || known.state === 'approved';
    if (!isPlan || (known && (known.isStopped !== null || known.treated + known.control > 0)))
      return refuse('campaign-begun');
    // One that was thrown away is not written again.
    if (basedOn !== (known?.version ?? 0) || (!known && campaignKnown.get(act.db, { campaignId })))
      return refuse('campaign-changed');
    const why = senseless(terms);
    if (why) return why;
    const missing = terms.offerIds.find((offerId) => !offerById.get(act.db, { offerId }));
    if (missing) return refuse('campaign-offer-unfit', { offer: '–' });
    recordVersion(act, by, {
      id: campaignId,
      owner: store.facts.storeId,
      version: basedOn + 1,
      state: 'draft',
      terms,
      lastDate: terms.until,
    });
    const parts = (Object.keys(terms) as (keyof CampaignTerms)[]).filter(
      (part) => !isDeepStrictEqual(known?.terms[part], terms[part]),
    );
    audit(act, by, { action: 'change-campaign', subjectKind: 'campaign', subjectId: campaignId, fields: parts });
    return done(null);
  });
}
