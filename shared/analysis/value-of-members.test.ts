import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityCosts } from './activity-costs.ts';
import { demandOf, segmentIndex } from './demand.ts';
import { frequentSets } from './item-sets.ts';
import { STAGES, stageMoves, stageOf } from './life-cycle.ts';
import { discounted, marginMultiple, simpleLifetimeValue } from './lifetime-value.ts';
import { rulesIn } from './rules.ts';

describe('lifetime value', () => {
  it.each([
    [0.6, 1.15],
    [0.7, 1.67],
    [0.8, 2.5],
    [0.9, 4.09],
  ])('multiplies the margin for a retention of %d at 12 % as published', (retention, multiple) => {
    expect(marginMultiple(retention, 0.12)).toBeCloseTo(multiple, 2);
  });

  it('of 100 a week, 50 weeks a year, over 10 years is 50,000', () => {
    expect(simpleLifetimeValue(100, 50, 10)).toBe(50_000);
  });

  it('brings what comes later to today', () => {
    expect(discounted((t) => 110 * t, 2, 0.1)).toBeCloseTo(100 + 110 / 1.21, 10);
    expect(discounted((t) => t, 0, 0.1)).toBe(0);
    expect(() => marginMultiple(1.2, 0.1)).toThrow(RangeError);
  });
});

describe('costs by the time that activities take', () => {
  it('are those of Kaplan and Anderson: 0.80 a minute, 97,120 unused', () => {
    const found = activityCosts({ costMinor: 560_000, practicalMinutes: 700_000 }, [
      { minutes: 8, times: [49_000] },
      { minutes: 44, times: [1_400] },
      { minutes: 50, times: [2_500] },
    ]);
    expect(found.ratePerMinute).toBeCloseTo(0.8, 12);
    for (const [i, rate] of [6.4, 35.2, 40].entries()) expect(found.rates[i]).toBeCloseTo(rate, 12);
    expect(found).toMatchObject({
      usedMinutes: 578_600,
      customersMinor: [462_880],
      unusedMinor: 97_120,
      overMinutes: 0,
    });
  });

  it('of customers and of nobody sum to the ledger, whoever did what', () => {
    const times = fc.array(fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 2_000 }), times, (costMinor, practicalMinutes, all) => {
        const activities = all.map((each, i) => ({ minutes: 0.5 + i, times: each }));
        const { customersMinor, unusedMinor } = activityCosts({ costMinor, practicalMinutes }, activities);
        expect(customersMinor.reduce((sum, each) => sum + each, unusedMinor)).toBe(costMinor);
      }),
    );
  });

  it('say when more minutes were used than there are', () => {
    const found = activityCosts({ costMinor: 100, practicalMinutes: 10 }, [{ minutes: 6, times: [1, 1] }]);
    expect(found).toMatchObject({ customersMinor: [50, 50], unusedMinor: 0, overMinutes: 2 });
    expect(() => activityCosts({ costMinor: 1, practicalMinutes: 0 }, [])).toThrow(RangeError);
  });
});

const rfm = (r: 1 | 4 | 5, f: 1 | 4) => ({ r, f, m: 1 }) as const;

describe('the life cycle', () => {
  it.each([
    ['advocate', { netPurchases: 9, rfm: rfm(5, 4), recommends: true, hasVisited: true }],
    ['loyal', { netPurchases: 9, rfm: rfm(4, 4), recommends: false, hasVisited: true }],
    ['buyer', { netPurchases: 9, rfm: rfm(1, 4), recommends: true, hasVisited: true }],
    ['prospect', { netPurchases: 0, rfm: null, recommends: true, hasVisited: true }],
    ['potential', { netPurchases: 0, rfm: null, recommends: false, hasVisited: false }],
  ] as const)('makes somebody an %s', (stage, facts) => {
    expect(stageOf(facts)).toBe(stage);
  });

  it('loses nobody between two months, and its rows sum to one', () => {
    const stages = fc.array(fc.tuple(fc.constantFrom(...STAGES), fc.constantFrom(...STAGES)), { maxLength: 40 });
    fc.assert(
      fc.property(stages, (moves) => {
        const { counts, shares } = stageMoves(
          moves.map(([from]) => from),
          moves.map(([, to]) => to),
        );
        expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(moves.length);
        for (const [i, row] of shares.entries()) {
          const sum = row.reduce((total, share) => total + share, 0);
          expect(sum).toBeCloseTo(moves.some(([from]) => from === STAGES[i]) ? 1 : 0, 12);
        }
      }),
    );
    expect(() => stageMoves(['loyal'], [])).toThrow(RangeError);
  });
});

describe('what is bought together', () => {
  const BASKETS = [[1, 2, 3], [1, 2], [1, 2, 2], [3], [1, 3]];

  it('is counted by baskets, and told as rules with what they are worth', () => {
    const sets = frequentSets(BASKETS, { leastCount: 2 });
    expect(sets.sets.map(({ items, count }) => [items.join(), count])).toEqual([
      ['1', 4],
      ['1,2', 3],
      ['1,3', 2],
      ['2', 3],
      ['3', 3],
    ]);
    const [best] = rulesIn(sets, 0.7);
    expect(best).toMatchObject({ count: 3, support: 0.6, lift: 1.25 });
    expect(rulesIn(sets, 0.7).map(({ given, also, confidence }) => [given, also, confidence])).toEqual([
      [[2], 1, 1],
      [[1], 2, 0.75],
    ]);
  });

  it('stops at the most that is asked for, and says so', () => {
    expect(frequentSets(BASKETS, { leastCount: 1, mostSets: 3 })).toMatchObject({ isCut: true });
    expect(frequentSets(BASKETS, { leastCount: 1, mostItems: 1 }).sets.every(({ items }) => items.length === 1)).toBe(
      true,
    );
  });

  it('counts as counting by hand does', () => {
    const baskets = fc.array(fc.array(fc.nat(5), { maxLength: 5 }), { minLength: 1, maxLength: 70 });
    fc.assert(
      fc.property(baskets, fc.integer({ min: 1, max: 8 }), (all, leastCount) => {
        const { sets } = frequentSets(all, { leastCount, mostItems: 3 });
        for (const { items, count } of sets)
          expect(count).toBe(all.filter((basket) => items.every((item) => basket.includes(item))).length);
        const pairs = [0, 1, 2, 3, 4, 5].flatMap((a) =>
          [0, 1, 2, 3, 4, 5].filter((b) => b > a).map((b) => [a, b] as const),
        );
        const frequent = pairs.filter(
          ([a, b]) => all.filter((basket) => basket.includes(a) && basket.includes(b)).length >= leastCount,
        );
        expect(sets.filter(({ items }) => items.length === 2).map(({ items }) => items.join())).toEqual(
          frequent.map((pair) => pair.join()),
        );
      }),
    );
  });
});

describe('demand', () => {
  const visits = [
    { member: 1, day: 0 },
    { member: 1, day: 30 },
    { member: 1, day: 60 },
    { member: 2, day: 50 },
    { member: 2, day: 50 },
    { member: 3, day: 10 },
    { member: 3, day: 40 },
  ];

  it('tells who wants a category, how often, and who is due for it', () => {
    expect(demandOf(visits, 10, 75)).toEqual({
      buyers: 3,
      penetration: 0.3,
      repeatRate: 2 / 3,
      medianGapDays: 30,
      due: [{ member: 3, dueDay: 70 }],
      lost: 0,
    });
  });

  it('waits for nobody who stayed away for three gaps', () => {
    expect(demandOf(visits, 10, 160)).toMatchObject({ due: [], lost: 3 });
  });

  it('says nothing of a category that nobody wants', () => {
    expect(demandOf([], 10, 1)).toEqual({
      buyers: 0,
      penetration: 0,
      repeatRate: 0,
      medianGapDays: null,
      due: [],
      lost: 0,
    });
  });

  it('tells by an index what a segment wants more than all do', () => {
    expect(segmentIndex(30, 100, 100, 1_000)).toBeCloseTo(300, 10);
    expect(segmentIndex(1, 0, 1, 1)).toBeNull();
  });
});
