import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageCostAfter, worthMinor } from './average-cost.ts';

const at = (onHandThousandths: number, averageCostMilli: number | null) => ({ onHandThousandths, averageCostMilli });
const quantity = fc.integer({ min: 1, max: 1_000_000_000 });
const cost = fc.integer({ min: 0, max: 1_000_000_000 });

describe('the average cost', () => {
  it('is that of the first goods', () => expect(averageCostAfter(at(0, null), 5000, 250)).toBe(250_000));
  it('moves with the quantities', () => expect(averageCostAfter(at(10_000, 200_000), 30_000, 300)).toBe(275_000));
  it('rounds half up to a thousandth of the minor unit', () => {
    expect(averageCostAfter(at(2000, 0), 1000, 1)).toBe(333);
    expect(averageCostAfter(at(15_000, 1000), 1000, 0)).toBe(938);
  });
  it('stays when goods come in at an unknown cost', () => expect(averageCostAfter(at(1000, 7), 5000, null)).toBe(7));
  it('begins anew with the next goods when everything was sold, or more', () => {
    expect(averageCostAfter(at(0, 200_000), 1000, 300)).toBe(300_000);
    expect(averageCostAfter(at(-4000, 200_000), 1000, 300)).toBe(300_000);
  });
  it('stays when a reversal leaves nothing', () => expect(averageCostAfter(at(1000, 5), -1000, 3)).toBe(5));

  it('lies between the old and the new cost', () => {
    fc.assert(
      fc.property(quantity, cost, quantity, cost, (onHand, averageMinor, change, unitCostMinor) => {
        const average = averageCostAfter(at(onHand, averageMinor * 1000), change, unitCostMinor) ?? -1;
        expect(average).toBeGreaterThanOrEqual(Math.min(averageMinor, unitCostMinor) * 1000);
        expect(average).toBeLessThanOrEqual(Math.max(averageMinor, unitCostMinor) * 1000);
      }),
    );
  });

  it('is, after a receipt and its reversal, what it was but for the rounding of what remains', () => {
    fc.assert(
      fc.property(quantity, cost, quantity, cost, (onHand, averageMilli, change, unitCostMinor) => {
        const received = averageCostAfter(at(onHand, averageMilli), change, unitCostMinor);
        const back = averageCostAfter(at(onHand + change, received), -change, unitCostMinor) ?? -1;
        expect(Math.abs(back - averageMilli)).toBeLessThanOrEqual((onHand + change) / onHand / 2 + 1);
      }),
    );
  });
});

describe('what stock is worth', () => {
  it('is rounded half up once', () => {
    expect(worthMinor(1500, 333)).toBe(0);
    expect(worthMinor(1500, 333_000)).toBe(500);
    expect(worthMinor(-2000, 250_500)).toBe(-501);
  });
});
