import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLow, reorderLevel, suggestedOrder } from './reorder.ts';

const demand = (onHand: number, sold: number, reorderThousandths: number | null = null) => ({
  onHandThousandths: onHand * 1000,
  soldThousandths: sold * 1000,
  reorderThousandths: reorderThousandths === null ? null : reorderThousandths * 1000,
});

describe('the reorder level', () => {
  it('is a week’s sale where nobody set one', () => expect(reorderLevel(demand(0, 112))).toBe(14_000));
  it('is what was set', () => expect(reorderLevel(demand(0, 112, 3))).toBe(3000));
  it('is nothing where more came back than was sold', () => expect(reorderLevel(demand(0, -5))).toBe(0));
});

describe('a product is low', () => {
  it.each([
    ['at its level', demand(14, 112), true],
    ['above its level', demand(15, 112), false],
    ['when it has run out and somebody set a level of nothing', demand(0, 0, 0), true],
    ['below zero, whatever sells', demand(-1, 0), true],
    ['not when it never sold and none is there', demand(0, 0), false],
  ])('%s', (_, of, low) => expect(isLow(of)).toBe(low));
});

describe('the suggested order', () => {
  it('covers the days at the mean daily sale', () => expect(suggestedOrder(demand(5, 112), 14)).toBe(23_000));
  it('makes good what was sold without being there', () => expect(suggestedOrder(demand(-3, 56), 10)).toBe(13_000));
  it('is nothing where enough is there', () => expect(suggestedOrder(demand(40, 112), 14)).toBe(0));
  it('is whole kilograms', () => expect(suggestedOrder({ ...demand(0, 0), soldThousandths: 1 }, 14)).toBe(1000));

  it('lasts for the days, with less than one unit too many', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 7, max: 90 }),
        (onHandThousandths, soldThousandths, days) => {
          const of = { onHandThousandths, soldThousandths, reorderThousandths: null };
          const order = suggestedOrder(of, days);
          const after = onHandThousandths + order;
          expect(after * 56).toBeGreaterThanOrEqual(soldThousandths * days);
          expect(order % 1000).toBe(0);
          const goal = Math.max(soldThousandths * days, reorderLevel(of) * 56);
          expect(order === 0 || (after - 1000) * 56 < goal + 56).toBe(true);
        },
      ),
    );
  });
});
