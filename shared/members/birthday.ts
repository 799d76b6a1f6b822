import { Temporal } from 'temporal-polyfill';
import { LunarDay, LunarMonth, LunarYear, SolarDay } from 'tyme4ts';
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

/** A birthday as one number: month × 100 + day, 10000 more in a leap month, negative by the lunar calendar. */
export const birthdayCode = ({ calendar, month, day, leapMonth }: Omit<Birthday, 'year'>): number =>
  (month * 100 + day + (leapMonth ? 10_000 : 0)) * (calendar === 'lunar' ? -1 : 1);

/** The codes of all birthdays that count on one of the days from `from` to `to` (both `YYYY-MM-DD`, both included). */
export function birthdayCodesBetween(from: string, to: string): number[] {
  const codes: number[] = [];
  const last = Temporal.PlainDate.from(to);
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    codes.push(...birthdaysOn(day).map(birthdayCode));
  return codes;
}

/** The birthdays that count on one day: `birthdayIn` read backwards. */
function birthdaysOn(date: Temporal.PlainDate): Omit<Birthday, 'year'>[] {
  const solar = { calendar: 'solar', month: date.month, leapMonth: false } as const;
  const solarDays = date.month === 2 && date.day === 28 && !date.inLeapYear ? [28, 29] : [date.day];

  const lunarDate = SolarDay.fromYmd(date.year, date.month, date.day).getLunarDay();
  const lunarMonth = lunarDate.getLunarMonth();
  const month = lunarMonth.getMonth();
  const day = lunarDate.getDay();
  const lunarDays = day === 29 && lunarMonth.getDayCount() === 29 ? [29, 30] : [day];
  const yearHasLeapMonth = lunarMonth.getLunarYear().getLeapMonth() === month;
  const leapMonths = lunarMonth.isLeap() ? [true] : yearHasLeapMonth ? [false] : [false, true];
  return [
    ...solarDays.map((each) => ({ ...solar, day: each })),
    ...leapMonths.flatMap((leapMonth) =>
      lunarDays.map((each) => ({ calendar: 'lunar' as const, month, day: each, leapMonth })),
    ),
  ];
}
