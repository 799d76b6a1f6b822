import type { Act } from '../../../db/changes/act.ts';
import type { CampaignTerms } from '../../../shared/campaigns/campaign.ts';
import type { CampaignState } from '../../../shared/campaigns/campaign-state.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import type { FoundCampaign } from './campaign-view.ts';

/** Who does it; nobody where a day that was planned has come. */
export interface Planner {
  readonly store: OpenStore;
  readonly staffId: Id<'staff'> | null;
  readonly ids: IdSource;
}

/** Writes the next version of a campaign in another state, and notes it. */
export function recordState(
  act: Act,
  by: Planner,
  { campaignId, owner, version, terms, lastDate }: FoundCampaign,
  state: CampaignState,
  endsOn: string = lastDate,
): void {
  recordVersion(act, by, { id: campaignId, owner, version: version + 1, state, terms, lastDate: endsOn });
  audit(act, by, { action: 'campaign-state', subjectKind: 'campaign', subjectId: campaignId, fields: [state] });
}

interface Version {
  readonly id: Id<'campaign'>;
  readonly owner: string;
  readonly version: number;
  readonly state: CampaignState | 'removed';
  readonly terms: CampaignTerms;
  readonly lastDate: string;
}

export const recordVersion = (act: Act, { staffId }: Planner, version: Version): void =>
  act.record('campaign', { ...version, atMs: act.nowMs, staffId });
