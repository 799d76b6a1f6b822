import type { tierStanding } from '../../../db/tiers/tiers.queries.ts';
import type { TierStanding } from '../../../shared/tiers/decide.ts';

type Read = Pick<
  NonNullable<ReturnType<typeof tierStanding.get>>,
  'tier' | 'toTier' | 'reason' | 'countedFrom' | 'countedTo' | 'endsOn' | 'reviewOn'
>;

/** A standing as it was read, for the decisions. */
export function standingOf({ tier, toTier, reason, countedFrom, countedTo, endsOn, reviewOn }: Read): TierStanding {
  const isTold = toTier !== null && reason !== null && countedTo !== null;
  return { tier, last: isTold ? { to: toTier, reason, countedFrom, countedTo, endsOn, reviewOn } : null };
}
