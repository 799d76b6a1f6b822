import { allocate } from '../kernel/allocate.ts';

/** What the people and things that serve members cost in a period, and how long they can really work in it. */
export interface Capacity {
  readonly costMinor: number;
  readonly practicalMinutes: number;
}

/** An activity: how long one takes (shared out to the second), and how often it was done for each customer, in their order. */
export interface Activity {
  readonly minutes: number;
  readonly times: readonly number[];
}

export interface ActivityCosts {
  /** What a minute costs, in minor units. */
  readonly ratePerMinute: number;
  /** What one of each activity costs, in minor units. */
  readonly rates: readonly number[];
  readonly usedMinutes: number;
  /** What each customer cost, in whole minor units. */
  readonly customersMinor: readonly number[];
  /** What nobody used of the capacity: with the customers' it is the whole cost, to the minor unit. */
  readonly unusedMinor: number;
  /** Minutes beyond the practical capacity: the minutes of the activities, or the capacity, are misjudged. */
  readonly overMinutes: number;
}

/** Cost by the time it takes: Kaplan and Anderson, "Time-Driven Activity-Based Costing", Harvard Business Review (November 2004). */
export function activityCosts(
  { costMinor, practicalMinutes }: Capacity,
  activities: readonly Activity[],
): ActivityCosts {
  if (!(practicalMinutes > 0)) throw new RangeError('activityCosts: no capacity');
  const customers = activities[0]?.times.length ?? 0;
  const minutes = Array.from({ length: customers }, (_, customer) =>
    activities.reduce((sum, activity) => sum + activity.minutes * (activity.times[customer] as number), 0),
  );
  const usedMinutes = minutes.reduce((sum, each) => sum + each, 0);
  const ratePerMinute = costMinor / practicalMinutes;
  const seconds = minutes.map((each) => Math.round(60 * each));
  const unused = Math.round(60 * practicalMinutes) - seconds.reduce((sum, each) => sum + each, 0);
  const shares = allocate(costMinor, [...seconds, Math.max(0, unused)]);
  return {
    ratePerMinute,
    rates: activities.map((activity) => activity.minutes * ratePerMinute),
    usedMinutes,
    customersMinor: shares.slice(0, -1),
    unusedMinor: shares[customers] as number,
    overMinutes: Math.max(0, usedMinutes - practicalMinutes),
  };
}
