import type { z } from 'zod';
import { campaignById, versionsOfCampaign } from '../../../db/campaigns/campaigns.queries.ts';
import { perform } from '../../../db/changes/act.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { activeStaff } from '../../../db/staff/staff.queries.ts';
import type { campaignsContract } from '../../../shared/contract/campaigns.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { mayDo } from '../../../shared/staff/rights.ts';
import { audienceOf } from './campaign-audience.ts';
import { unfitToRun, unfitToSend } from './fit-to-run.ts';
import { type Planner, recordState } from './record-campaign.ts';

type Approve = z.output<typeof campaignsContract.approve.input>;
type ApproveOutcome = Outcome<null, Refusal<(typeof campaignsContract.approve.refusals)[number]>>;

/** Whether this person wrote the plan and a colleague could look at it instead. */
function needsAnotherEye(db: ReadDb, campaignId: Id<'campaign'>, staffId: Id<'staff'> | null): boolean {
  const [plan] = versionsOfCampaign.all(db, { campaignId });
  const others = activeStaff.all(db, {}).filter((one) => one.staffId !== staffId);
  return plan?.staffId === staffId && others.some(({ role }) => mayDo(role, 'campaign.approve'));
}

/** Allows a plan that could go live as it stands. */
export async function approveCampaign(
  by: Planner,
  { campaignId, basedOn }: Approve,
  nowMs: number,
): Promise<ApproveOutcome> {
  const { store, staffId } = by;
  const planned = campaignById.get(store.db, { campaignId });
  if (!planned) return refuse('campaign-unknown');
  const members = (await audienceOf(store, planned.terms.audience, nowMs)).length;
  return perform<ApproveOutcome>(store.db, nowMs, (act) => {
    const known = campaignById.get(act.db, { campaignId });
    if (!known) return refuse('campaign-unknown');
    if (known.state === 'approved') return done(null);
    if (known.owner !== store.facts.storeId) return refuse('campaign-not-ours');
    if (known.state !== 'draft') return refuse('campaign-state-unfit');
    if (known.version !== basedOn || planned.version !== basedOn) return refuse('campaign-changed');
    const today = businessDate(nowMs, store.day);
    const why =
      unfitToRun(act.db, store.facts.storeId, campaignId, known.terms, today, members) ??
      unfitToSend(act.db, store, known.terms);
    if (why) return why;
    if (needsAnotherEye(act.db, campaignId, staffId)) return refuse('campaign-four-eyes');
    recordState(act, by, known, 'approved');
    return done(null);
  });
}
