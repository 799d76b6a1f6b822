import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../kernel/instant.ts';
import type { TierWindow } from './ladder.ts';
import { windowAt, windowEnd } from './window.ts';

const date = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2022-01-01', days));
const window: fc.Arbitrary<TierWindow> = fc.oneof(
  fc.record({ kind: fc.constant('rolling' as const), months: fc.integer({ min: 1, max: 36 }) }),
  fc.constant({ kind: 'calendar-year' as const }),
  fc.constant({ kind: 'since-enrolment' as const }),
);

describe('a qualification window', () => {
  it('of twelve months counts from the day after the same day a year ago', () =>
    expect(windowAt({ kind: 'rolling', months: 12 }, '2026-03-15')).toEqual({ from: '2025-03-16', to: '2026-03-15' }));

  it('of a year counts from New Year', () => {
    expect(windowAt({ kind: 'calendar-year' }, '2026-03-15')).toEqual({ from: '2026-01-01', to: '2026-03-15' });
    expect(windowEnd({ kind: 'calendar-year' }, '2026-03-15')).toBe('2026-12-31');
  });

  it('trap 8: a month from 31 January ends with February', () =>
    expect(windowEnd({ kind: 'rolling', months: 1 }, '2026-01-31')).toBe('2026-02-27'));

  it('since enrolment has no beginning and no end', () => {
    expect(windowAt({ kind: 'since-enrolment' }, '2026-03-15').from).toBeNull();
    expect(windowEnd({ kind: 'since-enrolment' }, '2026-03-15')).toBeNull();
  });

  it('that begins on a day holds that day, and ends no earlier', () => {
    fc.assert(
      fc.property(window, date, (of, day) => {
        const end = windowEnd(of, day);
        const { from, to } = windowAt(of, day);
        expect(to).toBe(day);
        expect(from === null || from <= day).toBe(true);
        expect(end === null || end >= day).toBe(true);
      }),
    );
  });

  it('never lets a day back in that has left it', () => {
    fc.assert(
      fc.property(window, date, fc.nat(400), (of, day, later) => {
        const [now, then] = [windowAt(of, day).from, windowAt(of, addDays(day, later)).from];
        expect(now === null || (then !== null && then >= now)).toBe(true);
      }),
    );
  });
});
