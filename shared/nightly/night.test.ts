import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, businessDate } from '../kernel/instant.ts';
import { dayStartMs, nextNight } from './night.ts';

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2024-01-01', days));

describe('the nights', () => {
  it('of days that were missed come one by one, and each once', () => {
    fc.assert(
      fc.property(day, fc.nat(40), (last, missed) => {
        const today = addDays(last, missed);
        const done: string[] = [];
        for (let next = nextNight(last, today); next; next = nextNight(next.date, today)) done.push(next.date);
        expect(done).toEqual(Array.from({ length: missed }, (_, index) => addDays(last, index + 1)));
      }),
    );
  });

  it('trap 17: run never backwards when the clock was set back', () => {
    fc.assert(
      fc.property(day, fc.nat(400), (last, back) => {
        expect(nextNight(last, addDays(last, -back))).toBeNull();
      }),
    );
  });

  it('begin when the business day does', () => {
    const rule = { zone: 'Asia/Shanghai', cutoverMinutes: 240 };
    fc.assert(
      fc.property(day, (date) => {
        const start = dayStartMs(date, rule);
        expect(businessDate(start, rule)).toBe(date);
        expect(businessDate(start - 1, rule)).toBe(addDays(date, -1));
      }),
    );
  });
});
