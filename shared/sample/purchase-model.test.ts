import { describe, expect, it } from 'vitest';
import { NEIGHBOURHOOD_SHOP, type PurchaseModel, sampleCustomer } from './purchase-model.ts';
import { makeRandom } from './random.ts';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const sampleCustomers = (model: PurchaseModel, horizonDays: number, count: number) => {
  const random = makeRandom(42);
  return Array.from({ length: count }, (_, index) => sampleCustomer(random.fork(index), model, horizonDays));
};

describe('the purchase model', () => {
  const customers = sampleCustomers(NEIGHBOURHOOD_SHOP, 730, 4_000);

  it('gives the same customer for the same seed', () => {
    expect(sampleCustomer(makeRandom(42).fork(7), NEIGHBOURHOOD_SHOP, 730)).toEqual(customers[7]);
  });

  it('starts every customer at day 0 and keeps the visits in order, before the horizon', () => {
    for (const { visits } of customers) {
      expect(visits[0]?.atDay).toBe(0);
      const days = visits.map((visit) => visit.atDay);
      expect(days.toSorted((a, b) => a - b)).toEqual(days);
      expect(days.at(-1)).toBeLessThan(730);
    }
  });

  it('fills every basket with at least one line and whole minor units', () => {
    for (const { visits } of customers)
      expect(
        visits.every((visit) => visit.lines >= 1 && Number.isInteger(visit.spendMinor) && visit.spendMinor >= 1),
      ).toBe(true);
    expect(mean(customers.flatMap(({ visits }) => visits.map((visit) => visit.lines)))).toBeCloseTo(2.8, 1);
  });

  it('lets a customer leave only after a repeat visit, which is then the last', () => {
    for (const { truth, visits } of customers.filter((customer) => customer.truth.leftAtDay !== null)) {
      expect(visits.length).toBeGreaterThan(1);
      expect(visits.at(-1)?.atDay).toBe(truth.leftAtDay);
    }
  });

  it('draws rates, dropout and spend with the means of its parameters', () => {
    expect(mean(customers.map(({ truth }) => truth.visitsPerDay)) / (1.2 / 12)).toBeCloseTo(1, 1);
    expect(mean(customers.map(({ truth }) => truth.dropout)) / (0.9 / 14.9)).toBeCloseTo(1, 1);
    expect(mean(customers.map(({ truth }) => truth.meanSpendMinor)) / ((4 * 3_400) / 3)).toBeCloseTo(1, 1);
    expect(mean(customers.map(({ visits }) => visits[0]?.spendMinor ?? 0)) / ((4 * 3_400) / 3)).toBeCloseTo(1, 1);
  });

  it('makes as many repeat visits as the BG/NBD expects (Fader, Hardie and Lee 2005, equation 9)', () => {
    const model: PurchaseModel = { ...NEIGHBOURHOOD_SHOP, visits: { r: 0.243, alphaDays: 4.414, a: 0.793, b: 2.426 } };
    for (const horizonDays of [10, 39, 78]) {
      const repeats = sampleCustomers(model, horizonDays, 20_000).map(({ visits }) => visits.length - 1);
      const deviation = Math.sqrt(mean(repeats.map((x) => x * x)) / repeats.length);
      expect(Math.abs(mean(repeats) - expectedRepeatVisits(model.visits, horizonDays))).toBeLessThan(4 * deviation);
    }
  });
});

/** E[X(t)] = (a+b−1)/(a−1) · [1 − (α/(α+t))^r · ₂F₁(r, b; a+b−1; t/(α+t))]. */
function expectedRepeatVisits({ r, alphaDays, a, b }: PurchaseModel['visits'], t: number): number {
  const z = t / (alphaDays + t);
  let term = 1;
  let hypergeometric = 1;
  for (let n = 0; n < 10_000 && term > 1e-15; n++) {
    term *= (((r + n) * (b + n)) / (a + b - 1 + n) / (n + 1)) * z;
    hypergeometric += term;
  }
  return ((a + b - 1) / (a - 1)) * (1 - (alphaDays / (alphaDays + t)) ** r * hypergeometric);
}
