import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RFM_SEGMENTS, type Rfm, rfmCuts, rfmOf, segmentOf } from './rfm.ts';

/** As published with the R package rfm for its sample of 995 customers at the end of 2006. */
const CUTS = {
  recency: [115, 181, 297.4, 482],
  frequency: [4, 5, 6, 8],
  money: [255.8, 382, 506.4, 666],
} as const;

describe('RFM', () => {
  it.each([
    ["Abbey O'Reilly", 205, 6, 472, 343],
    ['Add Senger', 140, 3, 340, 412],
    ['Aden Lesch', 194, 4, 405, 323],
    ['Aden Murphy', 98, 7, 596, 544],
    ['Admiral Senger', 132, 5, 448, 433],
  ])('scores %s as published', (_, days, purchases, money, published) => {
    const { r, f, m } = rfmOf(CUTS, days, purchases, money);
    expect(100 * r + 10 * f + m).toBe(published);
  });

  it('gives members with the same value the same fifth, however many they are', () => {
    const once = { recencyDays: [10, 20, 30, 40, 50], purchases: [1, 1, 1, 1, 2], money: [100, 200, 300, 400, 500] };
    const cuts = rfmCuts(once);
    const fs = once.purchases.map(
      (purchases, i) => rfmOf(cuts, once.recencyDays[i] as number, purchases, once.money[i] as number).f,
    );
    expect(new Set(fs.slice(0, 4)).size).toBe(1);
    expect(fs[4]).toBeGreaterThan(fs[0] as number);
  });

  it('never ranks who came later, oftener or spent more below', () => {
    const people = fc.array(
      fc.record({
        days: fc.nat(900),
        purchases: fc.integer({ min: 1, max: 60 }),
        money: fc.integer({ min: -500, max: 90_000 }),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(people, (all) => {
        const cuts = rfmCuts({
          recencyDays: all.map(({ days }) => days),
          purchases: all.map(({ purchases }) => purchases),
          money: all.map(({ money }) => money),
        });
        const scored = all.map((each) => ({ ...each, ...rfmOf(cuts, each.days, each.purchases, each.money) }));
        for (const one of scored)
          for (const other of scored) {
            expect(one.days >= other.days || one.r >= other.r).toBe(true);
            expect(one.purchases <= other.purchases || one.f >= other.f).toBe(true);
            expect(one.money <= other.money || one.m >= other.m).toBe(true);
          }
      }),
    );
  });

  it('names the best champions, those who came once long ago lost, and every one of the 125 something', () => {
    expect(segmentOf({ r: 5, f: 5, m: 5 })).toBe('champions');
    expect(segmentOf({ r: 1, f: 1, m: 1 })).toBe('lost');
    expect(segmentOf({ r: 1, f: 5, m: 5 })).toBe('at-risk');
    expect(segmentOf({ r: 5, f: 1, m: 1 })).toBe('new');
    const fifths = [1, 2, 3, 4, 5] as const;
    const all = fifths.flatMap((r) => fifths.flatMap((f) => fifths.map((m): Rfm => ({ r, f, m }))));
    expect(new Set(all.map(segmentOf))).toEqual(new Set(RFM_SEGMENTS));
  });
});
