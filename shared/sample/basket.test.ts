import { describe, expect, it } from 'vitest';
import { makeBasketFiller } from './basket.ts';
import { SAMPLE_CATALOGUE } from './catalogue.ts';
import { NEIGHBOURHOOD_SHOP, sampleCustomer } from './purchase-model.ts';
import { makeRandom } from './random.ts';

const fill = makeBasketFiller(SAMPLE_CATALOGUE);

describe('the basket of a visit', () => {
  const random = makeRandom(3);
  const visits = Array.from({ length: 300 }, (_, index) =>
    sampleCustomer(random.fork(index), NEIGHBOURHOOD_SHOP, 365),
  ).flatMap((customer) => customer.visits);
  const baskets = visits.map((visit) => ({ visit, lines: fill(random, visit) }));

  it('has as many different products as the visit has lines', () => {
    for (const { visit, lines } of baskets) expect(new Set(lines.map((line) => line.product)).size).toBe(visit.lines);
  });

  it('weighs 50 g to 3 kg and counts 1 to 6 whole pieces', () => {
    for (const { product, quantityThousandths } of baskets.flatMap(({ lines }) => lines)) {
      const [least, most] = product.unit === 'kg' ? [50, 3000] : [1000, 6000];
      expect(quantityThousandths).toBeGreaterThanOrEqual(least);
      expect(quantityThousandths).toBeLessThanOrEqual(most);
      expect(quantityThousandths % (product.unit === 'kg' ? 1 : 1000)).toBe(0);
    }
  });

  it('comes, over many visits, near what they should spend', () => {
    const spentMinor = baskets
      .flatMap(({ lines }) => lines)
      .reduce((sum, line) => sum + (line.product.priceMinor * line.quantityThousandths) / 1000, 0);
    const wantedMinor = visits.reduce((sum, visit) => sum + visit.spendMinor, 0);
    expect(spentMinor / wantedMinor).toBeGreaterThan(0.9);
    expect(spentMinor / wantedMinor).toBeLessThan(1.1);
  });

  it('takes all of a catalogue smaller than the visit wants', () => {
    const [first, second] = SAMPLE_CATALOGUE;
    const fillFromTwo = makeBasketFiller([first!, second!]);
    expect(fillFromTwo(random, { atDay: 0, lines: 5, spendMinor: 1_000 })).toHaveLength(2);
  });
});
