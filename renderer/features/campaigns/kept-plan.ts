import { useEffect } from 'react';
import type { Id } from '../../../shared/kernel/id.ts';
import { newId } from '../../lib/new-id.ts';
import { recall, remember } from '../../lib/remembered.ts';
import type { CampaignDraft, Step } from './campaign-draft.ts';

/** The plan that was typed last and not saved: it outlives leaving the page and starting the program again. */
interface KeptPlan {
  readonly campaignId: Id<'campaign'>;
  /** The version that the form began with. */
  readonly basedOn: number;
  readonly step: Step;
  readonly draft: CampaignDraft;
}

const KEPT = 'campaign-plan';
/** Plans of another shape are of no use. */
const SHAPE = 1;

function kept(): KeptPlan | null {
  try {
    const found = JSON.parse(recall(KEPT) ?? 'null') as {
      readonly shape: number;
      readonly plan: KeptPlan | null;
    } | null;
    return found?.shape === SHAPE ? found.plan : null;
  } catch {
    return null;
  }
}

const keep = (plan: KeptPlan | null) => remember(KEPT, JSON.stringify({ shape: SHAPE, plan }));

export const keptPlan = (campaignId: Id<'campaign'>): KeptPlan | null =>
  kept()?.campaignId === campaignId ? kept() : null;
export const forgetPlan = (): void => keep(null);

/** The id of the new plan that was begun and not saved, else another one. */
export const unsavedCampaign = (): Id<'campaign'> => {
  const plan = kept();
  return plan?.basedOn === 0 ? plan.campaignId : newId<'campaign'>();
};

/** Keeps what is typed while it differs from what is saved. */
export function useKeepPlan(plan: KeptPlan, isDirty: boolean): void {
  const text = JSON.stringify(plan);
  useEffect(() => {
    if (isDirty) keep(JSON.parse(text) as KeptPlan);
  }, [text, isDirty]);
}
