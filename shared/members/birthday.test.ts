import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../kernel/instant.ts';
import { birthdayCode, birthdayCodesBetween, birthdayIn, birthdayNearness } from './birthday.ts';
import type { Birthday } from './profile.ts';

const solar = (month: number, day: number): Birthday => ({
  calendar: 'solar',
  month,
  day,
  year: null,
  leapMonth: false,
});
const lunar = (month: number, day: number, leapMonth = false): Birthday => ({
  calendar: 'lunar',
  month,
  day,
  year: null,
  leapMonth,
});

describe('a solar birthday', () => {
  it('is today on its day, whatever the year of birth', () => {
    expect(birthdayNearness({ ...solar(5, 20), year: 1988 }, '2026-05-20')).toBe('today');
  });

  it('is this week on the six days before it, and not on the day after', () => {
    expect(birthdayNearness(solar(5, 20), '2026-05-19')).toBe('this-week');
    expect(birthdayNearness(solar(5, 20), '2026-05-14')).toBe('this-week');
    expect(birthdayNearness(solar(5, 20), '2026-05-13')).toBe('no');
    expect(birthdayNearness(solar(5, 20), '2026-05-21')).toBe('no');
  });

  it('is this week across the end of the year', () => {
    expect(birthdayNearness(solar(1, 2), '2026-12-30')).toBe('this-week');
    expect(birthdayNearness(solar(12, 31), '2027-01-01')).toBe('no');
  });

  it('trap 16: on 29 February counts on 28 February in common years and on 29 February in leap years', () => {
    expect(birthdayNearness(solar(2, 29), '2027-02-28')).toBe('today');
    expect(birthdayNearness(solar(2, 29), '2027-03-01')).toBe('no');
    expect(birthdayNearness(solar(2, 29), '2028-02-28')).toBe('this-week');
    expect(birthdayNearness(solar(2, 29), '2028-02-29')).toBe('today');
    expect(birthdayIn(solar(2, 29), 2100)).toBe('2100-02-28');
  });
});

describe('a lunar birthday', () => {
  it.each([
    [lunar(1, 1), 2026, '2026-02-17'],
    [lunar(1, 1), 2025, '2025-01-29'],
    [lunar(8, 15), 2025, '2025-10-06'],
    [lunar(5, 5), 2024, '2024-06-10'],
    [lunar(12, 8), 2025, '2026-01-26'],
  ])('%j of lunar year %i falls on %s', (birthday, year, date) => {
    expect(birthdayIn(birthday, year)).toBe(date);
    expect(birthdayNearness(birthday, date)).toBe('today');
  });

  it('in the twelfth month of the last lunar year is seen before the new year', () => {
    expect(birthdayNearness(lunar(12, 8), '2026-01-22')).toBe('this-week');
  });

  it('trap 16: in a leap month counts in that leap month, not in the ordinary one, in a year that has both', () => {
    expect(birthdayIn(lunar(6, 1, true), 2025)).toBe('2025-07-25');
    expect(birthdayNearness(lunar(6, 1, true), '2025-06-25')).toBe('no');
  });

  it('trap 16: in a leap month counts in the ordinary month of the same number in a year that lacks it', () => {
    expect(birthdayIn(lunar(6, 1, true), 2024)).toBe('2024-07-06');
    expect(birthdayNearness(lunar(6, 1, true), '2024-07-06')).toBe('today');
  });

  it('trap 16: in a leap month counts in the ordinary month in a year whose leap month is another', () => {
    expect(birthdayIn(lunar(6, 1, true), 2023)).toBe(birthdayIn(lunar(6, 1), 2023));
  });

  it('trap 16: in an ordinary month does not count again in the leap month that follows', () => {
    expect(birthdayIn(lunar(6, 1), 2025)).toBe('2025-06-25');
    expect(birthdayNearness(lunar(6, 1), '2025-07-25')).toBe('no');
  });

  it('trap 16: on lunar day 30 counts on day 29 of a month that has 29 days', () => {
    expect(birthdayIn(lunar(12, 30), 2025)).toBe('2026-02-16');
    expect(birthdayIn(lunar(12, 29), 2025)).toBe('2026-02-16');
    expect(birthdayNearness(lunar(12, 30), '2026-02-16')).toBe('today');
  });

  // In these lunar months the new moon falls within minutes of midnight in Beijing; ICU's coarser astronomy puts it on
  // the other day. The Hong Kong Observatory has the new years on 6 February 2027 and 3 February 2030.
  const ICU_IS_A_DAY_OFF = ['2012-08', '2012-09', '2018-11', '2018-12', '2027-02', '2027-03', '2030-02', '2030-03'];

  it('follows the official calendar where the new moon is close to midnight', () => {
    expect(birthdayIn(lunar(1, 1), 2027)).toBe('2027-02-06');
    expect(birthdayIn(lunar(1, 1), 2030)).toBe('2030-02-03');
  });

  it('agrees with the Chinese calendar of Unicode (ICU) on every other day of thirty years', () => {
    const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
    const disagreeing: string[] = [];
    for (let date = '2010-01-01'; date < '2040-01-01'; date = addDays(date, 1)) {
      if (ICU_IS_A_DAY_OFF.includes(date.slice(0, 7))) continue;
      const parts = chinese.formatToParts(Date.parse(date));
      const month = parts.find((part) => part.type === 'month')?.value ?? '';
      const day = Number(parts.find((part) => part.type === 'day')?.value);
      const birthday = lunar(Number.parseInt(month, 10), day, month.endsWith('bis'));
      if (birthdayNearness(birthday, date) !== 'today') disagreeing.push(date);
    }
    expect(disagreeing).toEqual([]);
  });
});

describe('any birthday', () => {
  const solarBirthdays = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2000-12-31'), noInvalidDate: true })
    .map((date) => solar(date.getUTCMonth() + 1, date.getUTCDate()));
  const lunarBirthdays = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }), fc.boolean())
    .map(([month, day, leapMonth]) => lunar(month, day, leapMonth));

  it('trap 16: comes exactly once a year of its calendar, after six days of its week', () => {
    fc.assert(
      fc.property(fc.oneof(solarBirthdays, lunarBirthdays), fc.integer({ min: 1950, max: 2090 }), (birthday, year) => {
        const newYear = birthday.calendar === 'solar' ? solar(1, 1) : lunar(1, 1);
        const [first, end] = [birthdayIn(newYear, year), birthdayIn(newYear, year + 1)];
        const today: string[] = [];
        const thisWeek = new Set<string>();
        for (let date = addDays(first, -6); date < end; date = addDays(date, 1)) {
          const nearness = birthdayNearness(birthday, date);
          if (nearness === 'today' && date >= first) today.push(date);
          if (nearness === 'this-week') thisWeek.add(date);
        }
        expect(today).toEqual([birthdayIn(birthday, year)]);
        for (let days = 1; days <= 6; days++) expect(thisWeek).toContain(addDays(today[0] ?? '', -days));
      }),
      { numRuns: 10 },
    );
  });
});

describe('the birthdays of some days', () => {
  it('are exactly those that count on one of them, in either calendar', () => {
    const birthday = fc.oneof(
      fc.record({
        calendar: fc.constant('solar' as const),
        month: fc.integer({ min: 1, max: 12 }),
        leapMonth: fc.constant(false),
      }),
      fc.record({
        calendar: fc.constant('lunar' as const),
        month: fc.integer({ min: 1, max: 12 }),
        leapMonth: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(
        birthday,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1990, max: 2060 }),
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: 0, max: 5 }),
        (months, day, year, shift, length) => {
          const latest = months.calendar === 'solar' ? (months.month === 2 ? 29 : 30) : 30;
          const someone: Birthday = { ...months, day: Math.min(day, latest), year: null };
          const from = addDays(birthdayIn(someone, year), shift);
          const to = addDays(from, length);
          const counts = [year - 1, year, year + 1].some((each) => {
            const on = birthdayIn(someone, each);
            return from <= on && on <= to;
          });
          expect(birthdayCodesBetween(from, to).includes(birthdayCode(someone))).toBe(counts);
        },
      ),
      { numRuns: 300 },
    );
  });
});
