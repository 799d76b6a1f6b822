import { addDays, addMonths, calendarDate, startOfDate } from '../kernel/instant.ts';
import type { ExpiryPolicy, Programme } from './programme.ts';

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
    case 'end-of-month':
      return startOfDate(monthStart(earnedOn, policy.months + 1), zone);
    case 'end-of-quarter':
      return startOfDate(monthStart(earnedOn, 3 * (policy.quarters + 1) - monthOfQuarter(earnedOn)), zone);
    case 'end-of-year':
      return startOfDate(`${Number(earnedOn.slice(0, 4)) + policy.years + 1}-01-01`, zone);
    case 'fixed-date':
      return startOfDate(addDays(policy.lastDate, 1), zone);
  }
}

/** The first day of the month that lies `later` months after a date's own. */
const monthStart = (date: string, later: number): string => addMonths(`${date.slice(0, 7)}-01`, later);

/** 0, 1 or 2: the place of a date's month in its quarter. */
const monthOfQuarter = (date: string): number => (Number(date.slice(5, 7)) - 1) % 3;

/** The instant from which points earned now can be spent. */
export const lotAvailability = (pendingDays: number, earnedAtMs: number, zone: string): number =>
  pendingDays === 0 ? earnedAtMs : startOfDate(addDays(calendarDate(earnedAtMs, zone), pendingDays), zone);

export interface LotTerms {
  readonly earnedAtMs: number;
  readonly availableAtMs: number;
  readonly expiresAtMs: number | null;
}

/**
 * From when to when points earned at `earnedAtMs` can be spent. Their time runs from the earning; where it would be over
 * before they can be spent, it runs from the day on which they can.
 */
export function lotTerms({ earn, expiry }: Programme, earnedAtMs: number, zone: string): LotTerms {
  const availableAtMs = lotAvailability(earn.pendingDays, earnedAtMs, zone);
  const ends = lotExpiry(expiry, earnedAtMs, zone);
  const isOver = ends !== null && ends <= availableAtMs;
  return { earnedAtMs, availableAtMs, expiresAtMs: isOver ? lotExpiry(expiry, availableAtMs, zone) : ends };
}

/** Whether points earned now can ever be spent: not once the date has passed on which all of a programme's points end. */
export function isWorthEarning(programme: Programme, nowMs: number, zone: string): boolean {
  const { availableAtMs, expiresAtMs } = lotTerms(programme, nowMs, zone);
  return expiresAtMs === null || availableAtMs < expiresAtMs;
}
