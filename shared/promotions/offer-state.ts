/** Of an offer: written, at the tills, stopped for a while, stopped for good. */
export const OFFER_STATES = ['draft', 'live', 'paused', 'ended'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

const NEXT: Readonly<Record<OfferState, readonly OfferState[]>> = {
  draft: ['live'],
  live: ['paused', 'ended'],
  paused: ['live', 'ended'],
  ended: [],
};

/** Whether an offer may go from one state to another. What has ended stays so: a copy of it can go live. */
export const mayBecome = (from: OfferState, to: OfferState): boolean => NEXT[from].includes(to);

/** Where the moment lies, as the store's clock shows it (`YYYY-MM-DDTHH:MM`), to the window of an offer. */
export const OFFER_PHASES = ['upcoming', 'running', 'over'] as const;
export type OfferPhase = (typeof OFFER_PHASES)[number];

export interface OfferWindow {
  readonly from: string | null;
  /** Not included. */
  readonly until: string | null;
}

export function phaseAt({ from, until }: OfferWindow, localTime: string): OfferPhase {
  if (from !== null && localTime < from) return 'upcoming';
  return until !== null && localTime >= until ? 'over' : 'running';
}
