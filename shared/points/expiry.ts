import { addDays, addMonths, calendarDate, startOfDate } from '../kernel/instant.ts';
import type { ExpiryPolicy } from './programme.ts';

interface Reckoned {
  readonly policy: ExpiryPolicy;
  readonly earnedOn: string;
  readonly zone: string;
  readonly expiresAtMs: number | null;
}
let last: Reckoned | null = null;

/**
 * The instant from which points earned at `earnedAtMs` can no longer be spent: midnight in the store's zone after the
 * last good day. Null for points that never expire. Fixed when the lot is opened; a later policy dates later lots only.
 * All lots of a day end alike, so the last answer is kept.
 */
export function lotExpiry(policy: ExpiryPolicy, earnedAtMs: number, zone: string): number | null {
  const earnedOn = calendarDate(earnedAtMs, zone);
  if (last?.policy === policy && last.earnedOn === earnedOn && last.zone === zone) return last.expiresAtMs;
  last = { policy, earnedOn, zone, expiresAtMs: endOf(policy, earnedOn, zone) };
  return last.expiresAtMs;
}

function endOf(policy: ExpiryPolicy, earnedOn: string, zone: string): number | null {
  switch (policy.kind) {
    case 'never':
      return null;
    case 'months-after-earning':
      return startOfDate(addDays(addMonths(earnedOn, policy.months), 1), zone);
    case 'end-of-year':
      return startOfDate(`${Number(earnedOn.slice(0, 4)) + policy.years + 1}-01-01`, zone);
    case 'fixed-date':
      return startOfDate(addDays(policy.lastDate, 1), zone);
  }
}

/** The instant from which points earned now can be spent. */
export const lotAvailability = (pendingDays: number, earnedAtMs: number, zone: string): number =>
  pendingDays === 0 ? earnedAtMs : startOfDate(addDays(calendarDate(earnedAtMs, zone), pendingDays), zone);
