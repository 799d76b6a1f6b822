import type { Id } from '../../../shared/kernel/id.ts';
import { keptDrafts } from '../../lib/kept-drafts.ts';
import type { CampaignDraft, Step } from './campaign-draft.ts';

interface KeptPlan {
  readonly id: Id<'campaign'>;
  readonly basedOn: number;
  readonly step: Step;
  readonly draft: CampaignDraft;
}

export const keptPlans = keptDrafts<'campaign', KeptPlan>('campaign-plans', 1);
