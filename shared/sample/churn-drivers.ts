import type { SOURCES } from '../members/profile.ts';

/** What may drive a customer of a sample chain away, or hold one; all of it is to be seen in the store's data. */
export interface CustomerTraits {
  readonly source: (typeof SOURCES)[number];
  readonly holdsCard: boolean;
  /** Brought goods back at some time before. */
  readonly returnedGoods: boolean;
}

export interface ChurnDriver {
  readonly id: 'won-at-event' | 'referred' | 'holds-card' | 'returned-goods';
  /** Added to the log-odds of leaving after a visit: above 0 drives away, below 0 holds. */
  readonly logOdds: number;
  readonly holds: (traits: CustomerTraits) => boolean;
}

export const CHURN_DRIVERS: readonly ChurnDriver[] = [
  { id: 'won-at-event', logOdds: 1.1, holds: ({ source }) => source === 'event' },
  { id: 'referred', logOdds: -1.1, holds: ({ source }) => source === 'referral' },
  { id: 'holds-card', logOdds: -0.8, holds: ({ holdsCard }) => holdsCard },
  { id: 'returned-goods', logOdds: 1.4, holds: ({ returnedGoods }) => returnedGoods },
];

/** The chance of leaving after a visit: the customer's own chance (0 < p < 1), moved by what holds of them. */
export function dropoutWith(drivers: readonly ChurnDriver[], own: number, traits: CustomerTraits): number {
  const logOdds = drivers.reduce((sum, driver) => sum + (driver.holds(traits) ? driver.logOdds : 0), 0);
  const odds = (own / (1 - own)) * Math.exp(logOdds);
  return odds / (1 + odds);
}
