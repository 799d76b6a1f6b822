import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentration } from './concentration.ts';

describe('concentration', () => {
  it.each([
    [[1, 1, 1, 1], 0],
    [[0, 0, 0, 1], 0.75],
    [[1, 2, 3, 4, 5], 0.266667],
  ])('of %j has the Gini coefficient %d', (values, gini) => {
    expect(concentration(values)?.gini).toBeCloseTo(gini, 6);
  });

  it('counts the fewest who make four fifths, from the best on', () => {
    expect(concentration([50, 30, 10, 5, 5])).toMatchObject({ makers: 2, made: 80, total: 100, members: 5 });
    expect(concentration([49, 30, 11, 5, 5])).toMatchObject({ makers: 3, made: 90 });
  });

  it('tells apart those to whom more went back than they brought', () => {
    expect(concentration([100, -30, -5, 0])).toMatchObject({
      total: 100,
      negative: { members: 2, total: -35 },
      makers: 1,
    });
  });

  it('says nothing where nobody brought anything', () => {
    expect(concentration([])).toBeNull();
    expect(concentration([0, -1])).toBeNull();
  });

  it('draws a curve that rises from 0 to 1 and never more steeply than before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 300 }), (values) => {
        const found = concentration(values);
        if (!found) return;
        expect(found.shares).toHaveLength(101);
        expect(found.shares[0]).toBe(0);
        expect(found.shares[100]).toBeCloseTo(1, 12);
        for (let i = 1; i <= 100; i++) expect(found.shares[i]).toBeGreaterThanOrEqual(found.shares[i - 1] as number);
        expect(found.gini).toBeGreaterThanOrEqual(-1e-12);
        expect(found.gini).toBeLessThan(1);
      }),
    );
  });
});
