import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, businessDate, calendarDate, isZone, startOfDate } from './instant.ts';

/** Shanghai; quarter-hour zones; daylight saving north and south, at midnight (Havana), by half an hour (Lord Howe). */
const ZONES = [
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'Europe/London',
  'America/New_York',
  'America/Havana',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
];
const zone = fc.constantFrom(...ZONES);
const instantMs = fc.integer({ min: Date.UTC(1980), max: Date.UTC(2060) });
const date = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const local = (ms: number, inZone: string) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(inZone);

describe('a date', () => {
  it('is the one that the wall calendar shows', () => {
    fc.assert(
      fc.property(
        instantMs,
        zone,
        (ms, z) => void expect(calendarDate(ms, z)).toBe(local(ms, z).toPlainDate().toString()),
      ),
    );
  });

  it('of business begins at the cut-over, to the millisecond', () => {
    fc.assert(
      fc.property(instantMs, zone, fc.integer({ min: 0, max: 720 }), (ms, z, cutoverMinutes) => {
        const { hour, minute } = local(ms, z);
        const day = local(ms, z).toPlainDate();
        const expected = hour * 60 + minute < cutoverMinutes ? day.subtract({ days: 1 }) : day;
        expect(businessDate(ms, { zone: z, cutoverMinutes })).toBe(expected.toString());
      }),
    );
    const day = { zone: 'Asia/Shanghai', cutoverMinutes: 240 };
    const fourMs = Date.UTC(2026, 2, 14, 20);
    expect(businessDate(fourMs - 1, day)).toBe('2026-03-14');
    expect(businessDate(fourMs, day)).toBe('2026-03-15');
  });

  it('starts at an instant of that date, and the instant before is not of it', () => {
    fc.assert(
      fc.property(date, zone, (d, z) => {
        fc.pre(!(z === 'Pacific/Apia' && d === '2011-12-30'));
        expect(calendarDate(startOfDate(d, z), z)).toBe(d);
        expect(calendarDate(startOfDate(d, z) - 1, z) < d).toBe(true);
      }),
    );
  });

  it('starts at one o’clock where midnight is skipped', () => {
    expect(local(startOfDate('2026-03-08', 'America/Havana'), 'America/Havana').hour).toBe(1);
  });
});

describe('months later', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-10-31', 1, '2025-11-30'],
  ])('trap 8: %s and %s months are %s', (from, months, to) => expect(addMonths(from, months)).toBe(to));

  it('lies in the month that it names, on the same day or on the last of it', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 120 }), (d, months) => {
        const [year, month, day] = d.split('-').map(Number) as [number, number, number];
        const later = addMonths(d, months);
        const [laterYear, laterMonth, laterDay] = later.split('-').map(Number) as [number, number, number];
        expect(laterYear * 12 + laterMonth).toBe(year * 12 + month + months);
        expect(laterDay === day || addDays(later, 1).endsWith('-01')).toBe(true);
        expect(laterDay <= day).toBe(true);
      }),
    );
  });
});

describe('a zone', () => {
  it.each(['', 'Mars/Olympus', 'Asia/Shanghai; DROP', '../etc/passwd', 'null'])('is not %j', (name) =>
    expect(isZone(name)).toBe(false),
  );
  it.each([...ZONES, 'asia/shanghai', 'EST5EDT', '+08:00', 'Etc/GMT+5', 'Asia/Calcutta'])(
    '%s that is taken can be reckoned with',
    (name) => {
      expect(isZone(name)).toBe(true);
      expect(startOfDate(calendarDate(0, name), name)).toBeLessThanOrEqual(0);
    },
  );
});
