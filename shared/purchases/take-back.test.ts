import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { lotsGivenBack, type SoldPurchase, takeBack } from './take-back.ts';

const line = fc
  .record({
    quantity: fc.integer({ min: 1, max: 20 }),
    price: fc.integer({ min: 0, max: 100_000 }),
    discount: fc.integer({ min: 0, max: 100 }),
    points: fc.integer({ min: 0, max: 900 }),
  })
  .map(({ quantity, price, discount, points }) => {
    const grossMinor = quantity * price;
    const discountMinor = Math.floor((grossMinor * discount) / 100);
    const netMinor = grossMinor - discountMinor;
    return {
      quantityThousandths: quantity * 1000,
      grossMinor,
      discountMinor,
      netMinor,
      taxMinor: Math.floor(netMinor / 9),
      pointsEarned: points,
    };
  });

const sale: fc.Arbitrary<SoldPurchase> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    paidShare: fc.integer({ min: 0, max: 100 }),
    redeemed: fc.integer({ min: 0, max: 5000 }),
  })
  .map(({ lines, paidShare, redeemed }) => {
    const netMinor = lines.reduce((sum, one) => sum + one.netMinor, 0);
    return { lines, netMinor, pointsPaidMinor: Math.floor((netMinor * paidShare) / 100), pointsRedeemed: redeemed };
  });

/** A way from everything kept to something kept, in steps of whole pieces. */
const saleAndSteps = sale.chain((sold) =>
  fc.record({
    sold: fc.constant(sold),
    shares: fc.array(
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: sold.lines.length, maxLength: sold.lines.length }),
      { minLength: 1, maxLength: 8 },
    ),
  }),
);

const figures = ({ lines: _, ...totals }: ReturnType<typeof takeBack>) => totals;

describe('what goes back when goods come back', () => {
  it('is the same however a return is split', () => {
    fc.assert(
      fc.property(saleAndSteps, ({ sold, shares }) => {
        const all = sold.lines.map((one) => one.quantityThousandths);
        let kept = all;
        const sum = {
          grossMinor: 0,
          discountMinor: 0,
          netMinor: 0,
          taxMinor: 0,
          pointsEarned: 0,
          pointsPaidMinor: 0,
          pointsRedeemed: 0,
        };
        for (const share of shares) {
          const next = kept.map((one, index) => Math.floor((one * (share[index] ?? 0)) / 100_000) * 1000);
          const back = figures(takeBack(sold, kept, next));
          for (const key of Object.keys(sum) as (keyof typeof sum)[]) {
            expect(back[key]).toBeGreaterThanOrEqual(0);
            sum[key] += back[key];
          }
          kept = next;
        }
        expect(sum).toEqual(figures(takeBack(sold, all, kept)));
      }),
    );
  });

  it('is everything when nothing is kept', () => {
    fc.assert(
      fc.property(sale, (sold) => {
        const all = sold.lines.map((one) => one.quantityThousandths);
        const back = takeBack(
          sold,
          all,
          all.map(() => 0),
        );
        expect(back.netMinor).toBe(sold.netMinor);
        expect(back.taxMinor).toBe(sold.lines.reduce((sum, one) => sum + one.taxMinor, 0));
        expect(back.pointsEarned).toBe(sold.lines.reduce((sum, one) => sum + one.pointsEarned, 0));
        const whole = sold.netMinor > 0 ? [sold.pointsPaidMinor, sold.pointsRedeemed] : [0, 0];
        expect([back.pointsPaidMinor, back.pointsRedeemed]).toEqual(whole);
      }),
    );
  });
});

describe('points that go back to their lots', () => {
  const OWNER = 'member' as Id<'member'>;
  const takes = fc
    .array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 6 })
    .map((points) => points.map((one, index) => ({ lotId: `lot-${index}` as Id<'lot'>, ownerId: OWNER, points: one })));

  it('never exceed what was taken from a lot, and add up', () => {
    fc.assert(
      fc.property(takes, fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 }), (taken, parts) => {
        const total = taken.reduce((sum, take) => sum + take.points, 0);
        const perLot = new Map<string, number>();
        let back = 0;
        for (const part of parts) {
          const now = Math.min(part, total - back);
          const given = lotsGivenBack(taken, back, now);
          expect(given.reduce((sum, take) => sum + take.points, 0)).toBe(now);
          for (const take of given) perLot.set(take.lotId, (perLot.get(take.lotId) ?? 0) + take.points);
          back += now;
        }
        for (const take of taken) expect(perLot.get(take.lotId) ?? 0).toBeLessThanOrEqual(take.points);
      }),
    );
  });

  it('go to the lot that was taken last first', () => {
    const taken = [
      { lotId: 'early' as Id<'lot'>, ownerId: OWNER, points: 100 },
      { lotId: 'late' as Id<'lot'>, ownerId: OWNER, points: 50 },
    ];
    expect(lotsGivenBack(taken, 0, 60)).toEqual([
      { lotId: 'late', ownerId: OWNER, points: 50 },
      { lotId: 'early', ownerId: OWNER, points: 10 },
    ]);
  });
});
