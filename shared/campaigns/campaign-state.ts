/** Of a campaign: planned, allowed, at the tills, stopped for a while, over for good. */
export const CAMPAIGN_STATES = ['draft', 'approved', 'live', 'paused', 'ended'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

const NEXT: Readonly<Record<CampaignState, readonly CampaignState[]>> = {
  draft: ['approved'],
  approved: ['draft', 'live'],
  live: ['paused', 'ended'],
  paused: ['live', 'ended'],
  ended: [],
};

/** Whether a campaign may go from one state to another. What has ended stays so: its figures are final. */
export const mayBecome = (from: CampaignState, to: CampaignState): boolean => NEXT[from].includes(to);

/** Where a business date lies to the days of a campaign, both of which belong to it. */
export const CAMPAIGN_PHASES = ['upcoming', 'running', 'over'] as const;

export const phaseOn = ({ from, until }: { readonly from: string; readonly until: string }, date: string) =>
  date < from ? 'upcoming' : date > until ? 'over' : 'running';
