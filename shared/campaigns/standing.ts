import { type CampaignState, phaseOn } from './campaign-state.ts';

/** How a member stands to a campaign that asks at the till. Whoever is in none of its arms is outside. */
export type CampaignStanding = 'treated' | 'control' | 'stopped' | 'used-up' | 'outside';

/** The campaign of a member, as the store's tables have it. */
export interface MemberOfCampaign {
  readonly state: CampaignState | 'removed';
  readonly isControl: boolean;
  readonly from: string;
  readonly until: string;
  readonly budgetMinor: number;
  readonly spentMinor: number;
}

/** Whoever is kept out hears that first: it holds whatever the day and the budget. */
export function standingIn(of: MemberOfCampaign, businessDate: string): CampaignStanding {
  if (of.isControl) return 'control';
  if (of.state !== 'live' || phaseOn(of, businessDate) !== 'running') return 'stopped';
  return of.spentMinor >= of.budgetMinor ? 'used-up' : 'treated';
}
