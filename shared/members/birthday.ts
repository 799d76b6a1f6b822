import { Temporal } from 'temporal-polyfill';
import { LunarDay, LunarMonth, LunarYear } from 'tyme4ts';
import type { Birthday } from './profile.ts';

/** `this-week`: not today, but on one of the six days that follow. */
export type BirthdayNearness = 'today' | 'this-week' | 'no';

/**
 * Says how near a birthday is on a calendar date (`YYYY-MM-DD`, see `calendarDate`); the year of birth plays no part.
 * Everyone has exactly one birthday in each year of their calendar, by the rules of `birthdayIn`.
 */
export function birthdayNearness(birthday: Birthday, date: string): BirthdayNearness {
  const today = Temporal.PlainDate.from(date);
  // The seven days may run into the next solar year; those before the Chinese new year belong to the last lunar one.
  const years = birthday.calendar === 'solar' ? [today.year, today.year + 1] : [today.year - 1, today.year];
  const daysAway = years.map((year) => today.until(birthdayIn(birthday, year), { largestUnit: 'days' }).days);
  if (daysAway.includes(0)) return 'today';
  return daysAway.some((days) => days > 0 && days < 7) ? 'this-week' : 'no';
}

/**
 * The calendar date (`YYYY-MM-DD`) on which a birthday counts in `year`: a solar year, or the lunar year that begins in
 * that solar year (its last weeks fall in the next one).
 * - 29 February counts on 28 February in common years.
 * - A leap-month birthday counts in the leap month of a year that has the same one, else in the ordinary month of the
 *   same number. An ordinary-month birthday never counts in the leap month.
 * - Lunar day 30 counts on day 29 of a month that has 29 days.
 */
export function birthdayIn(birthday: Birthday, year: number): string {
  const { calendar, month, day, leapMonth } = birthday;
  if (calendar === 'solar') return Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' }).toString();
  const hasLeapMonth = leapMonth && LunarYear.fromYear(year).getLeapMonth() === month;
  // The library numbers a leap month negatively, and throws where the year lacks it.
  const lunarMonth = hasLeapMonth ? -month : month;
  const lunarDay = Math.min(day, LunarMonth.fromYm(year, lunarMonth).getDayCount());
  const solar = LunarDay.fromYmd(year, lunarMonth, lunarDay).getSolarDay();
  return Temporal.PlainDate.from({ year: solar.getYear(), month: solar.getMonth(), day: solar.getDay() }).toString();
}
