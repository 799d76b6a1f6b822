import { addDays } from '../kernel/instant.ts';
import type { AutomationTerms, OccasionKind } from './automation.ts';

/**
 * So many days after an occasion was due it is still met: the program was switched off, or the automation paused. What is
 * longer past says nothing any more. Points that end are looked at as they stand, so nothing of them is ever late.
 */
export const LATE_DAYS: Readonly<Record<OccasionKind, number>> = {
  birthday: 2,
  welcome: 7,
  'second-purchase': 7,
  'points-expiring': 0,
  'tier-change': 7,
  lapsed: 7,
  'after-purchase': 7,
  referral: 7,
};

/** Days on which occasions are due; both belong to it. */
export interface DueDays {
  readonly from: string;
  readonly through: string;
}

const later = (one: string, other: string) => (one > other ? one : other);
const earlier = (one: string, other: string) => (one < other ? one : other);

/** What an automation looks for on a day: what is due since so many days, within its own. Null: nothing. */
export function dueUntil({ occasion, from, until }: AutomationTerms, today: string): DueDays | null {
  return within({ from, until }, { from: addDays(today, -LATE_DAYS[occasion.kind]), through: today });
}

/** What it will look for in the `days` after a day, as far as that is known by then. */
export const dueSoon = ({ from, until }: AutomationTerms, today: string, days: number): DueDays | null =>
  within({ from, until }, { from: addDays(today, 1), through: addDays(today, days) });

function within(own: Pick<AutomationTerms, 'from' | 'until'>, days: DueDays): DueDays | null {
  const from = later(own.from, days.from);
  const through = own.until === null ? days.through : earlier(own.until, days.through);
  return from <= through ? { from, through } : null;
}
