import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, calendarDate } from '../kernel/instant.ts';
import { lotAvailability, lotExpiry } from './expiry.ts';
import { type ExpiryPolicy, FIRST_PROGRAMME, programmeSchema } from './programme.ts';

const zone = fc.constantFrom(
  'Asia/Shanghai',
  'Europe/London',
  'America/Havana',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
);
const earnedAtMs = fc.integer({ min: Date.UTC(2020), max: Date.UTC(2040) });
const lastDay = (expiresAtMs: number | null, z: string) => calendarDate((expiresAtMs ?? 0) - 1, z);

describe('points that were earned', () => {
  it('are good to the end of the day some months later, in the zone of the store', () => {
    fc.assert(
      fc.property(earnedAtMs, zone, fc.integer({ min: 1, max: 120 }), (ms, z, months) => {
        const expiresAtMs = lotExpiry({ kind: 'months-after-earning', months }, ms, z);
        const last = addMonths(calendarDate(ms, z), months);
        expect(lastDay(expiresAtMs, z)).toBe(last);
        expect(calendarDate(expiresAtMs ?? 0, z)).toBe(addDays(last, 1));
      }),
    );
  });

  it('are good to the end of a year', () => {
    fc.assert(
      fc.property(earnedAtMs, zone, fc.nat(10), (ms, z, years) => {
        const last = `${Number(calendarDate(ms, z).slice(0, 4)) + years}-12-31`;
        expect(lastDay(lotExpiry({ kind: 'end-of-year', years }, ms, z), z)).toBe(last);
      }),
    );
  });

  it('are good through a fixed date, or for ever', () => {
    expect(
      lastDay(lotExpiry({ kind: 'fixed-date', lastDate: '2028-02-29' }, 0, 'Asia/Shanghai'), 'Asia/Shanghai'),
    ).toBe('2028-02-29');
    expect(lotExpiry({ kind: 'never' }, 0, 'Asia/Shanghai')).toBeNull();
  });

  it('trap 8: on 31 January for one month are good through the end of February', () => {
    const oneMonth: ExpiryPolicy = { kind: 'months-after-earning', months: 1 };
    const noon = Date.UTC(2026, 0, 31, 4);
    expect(lotExpiry(oneMonth, noon, 'Asia/Shanghai')).toBe(Date.UTC(2026, 1, 28, 16));
  });

  it('trap 9: keep their date when the same instant is asked for under another policy', () => {
    fc.assert(
      fc.property(earnedAtMs, zone, zone, (ms, z, other) => {
        const policy: ExpiryPolicy = { kind: 'months-after-earning', months: 12 };
        const first = lotExpiry(policy, ms, z);
        lotExpiry({ kind: 'end-of-year', years: 0 }, ms, z);
        lotExpiry(policy, ms, other);
        expect(lotExpiry(policy, ms, z)).toBe(first);
        expect(lotExpiry({ ...policy }, ms, z)).toBe(first);
      }),
    );
  });

  it('can be spent at once, or from the start of a day on', () => {
    fc.assert(
      fc.property(earnedAtMs, zone, fc.integer({ min: 1, max: 365 }), (ms, z, days) => {
        expect(lotAvailability(0, ms, z)).toBe(ms);
        const fromMs = lotAvailability(days, ms, z);
        expect(calendarDate(fromMs, z)).toBe(addDays(calendarDate(ms, z), days));
        expect(fromMs).toBeGreaterThan(ms);
      }),
    );
  });
});

describe('a programme', () => {
  it.each(['2026-02-30', '2026-13-01', '0000-00-00', '2025-02-29'])(
    'does not end on %s, which no calendar has',
    (lastDate) =>
      expect(programmeSchema.safeParse({ ...FIRST_PROGRAMME, expiry: { kind: 'fixed-date', lastDate } }).success).toBe(
        false,
      ),
  );
});
