import { describe, expect, it } from 'vitest';
import { ascending, quantile } from './quantile.ts';
import { valueScores } from './value-score.ts';

describe('quantiles', () => {
  it('are those of R (type 7)', () => {
    const sorted = ascending([4, 1, 3, 2]);
    expect([0, 0.25, 0.5, 0.9, 1].map((p) => quantile(sorted, p))).toEqual([1, 1.75, 2.5, 3.7, 4]);
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});

describe('the composite value', () => {
  const days = [0, 50, 100];
  const purchases = [99, 9, 0];

  it('weighs each measure between its least and its greatest value, the logarithm of counts and the days reversed', () => {
    const scores = valueScores(
      [
        { values: days, weight: 0.25, reversed: true },
        { values: purchases, weight: 0.75, log: true },
      ],
      false,
    );
    expect([...scores]).toEqual([100, 0.25 * 50 + 0.75 * 50, 0]);
  });

  it('adds nothing for a measure that all share, and takes what went back for nothing bought', () => {
    expect([...valueScores([{ values: [5, 5], weight: 1 }])]).toEqual([0, 0]);
    expect([...valueScores([{ values: [-500, 0], weight: 1, log: true }])]).toEqual([0, 0]);
    expect([...valueScores([])]).toEqual([]);
  });

  it('draws in who stands far out, so that the others are still told apart', () => {
    const values = [...Array.from({ length: 200 }, (_, i) => i), 1_000_000];
    const [plain, drawnIn] = [false, true].map((winsorise) => valueScores([{ values, weight: 1 }], winsorise));
    expect(plain?.[150]).toBeLessThan(0.1);
    expect(drawnIn?.[150]).toBeGreaterThan(70);
    expect(drawnIn?.[200]).toBe(100);
  });
});
