import { beforeAll, describe, expect, it } from 'vitest';
import { annealedKMeans } from '../../shared/analysis/annealed-k-means.ts';
import { concentration } from '../../shared/analysis/concentration.ts';
import { frequentSets } from '../../shared/analysis/item-sets.ts';
import { pairwiseWeights } from '../../shared/analysis/pairwise-weights.ts';
import { rulesIn } from '../../shared/analysis/rules.ts';
import { valueScores } from '../../shared/analysis/value-score.ts';
import { makeRandom } from '../../shared/sample/random.ts';
import { hasReference, referenceRows } from '../fixtures/reference-data.ts';

const SHOP = ['online-retail/invoices.csv.gz', 'online-retail/lines.csv.gz'] as const;
const AS_OF = Date.parse('2011-12-10');
const DAY_MS = 86_400_000;

interface Customer {
  lastMs: number;
  readonly invoices: Set<string>;
  pounds: number;
}

/** Who bought what, as the numbers were published: lines with a customer that are sales of something for something. */
function cleanSales() {
  const invoices = new Map(referenceRows(SHOP[0]).map((row) => [row.InvoiceNo, row]));
  const customers = new Map<string, Customer>();
  const baskets = new Map<string, Set<string>>();
  for (const { InvoiceNo: no = '', StockCode: code = '', Quantity, UnitPrice } of referenceRows(SHOP[1])) {
    const { CustomerID: of = '', InvoiceDate = '' } = invoices.get(no) ?? {};
    const [pieces, price] = [Number(Quantity), Number(UnitPrice)];
    if (of === '' || no.startsWith('C') || pieces <= 0 || price <= 0) continue;
    const customer = customers.get(of) ?? { lastMs: 0, invoices: new Set(), pounds: 0 };
    customers.set(of, customer);
    customer.lastMs = Math.max(customer.lastMs, Date.parse(InvoiceDate.slice(0, 10)));
    customer.invoices.add(no);
    customer.pounds += pieces * price;
    baskets.set(no, (baskets.get(no) ?? new Set()).add(code));
  }
  return { customers, baskets };
}

describe.skipIf(!hasReference(...SHOP))('the customers of a real shop', () => {
  let shop: ReturnType<typeof cleanSales>;
  let [names, days, purchases, money] = [] as unknown as [string[], number[], number[], number[]];
  beforeAll(() => {
    shop = cleanSales();
    names = [...shop.customers.keys()];
    const all = [...shop.customers.values()];
    days = all.map(({ lastMs }) => (AS_OF - lastMs) / DAY_MS);
    purchases = all.map(({ invoices }) => invoices.size);
    money = all.map(({ pounds }) => pounds);
  });

  it('are the published ones', () => {
    expect(names).toHaveLength(4_338);
    expect(shop.baskets.size).toBe(18_532);
    expect(concentration(money)?.total).toBeCloseTo(8_911_407.904, 2);
    expect(purchases.filter((count) => count === 1)).toHaveLength(1_493);
    const best = money.indexOf(Math.max(...money));
    expect(names[best]).toBe('14646');
    expect(money[best]).toBeCloseTo(280_206.02, 2);
  });

  it('have the published composite value: 14911 is worth most', () => {
    const { weights } = pairwiseWeights([
      [1, 1 / 3, 1 / 5],
      [3, 1, 1 / 3],
      [5, 3, 1],
    ]);
    const [r = 0, f = 0, m = 0] = weights;
    const scores = valueScores(
      [
        { values: days, weight: r, reversed: true },
        { values: purchases, weight: f, log: true },
        { values: money, weight: m, log: true },
      ],
      false,
    );
    const best = scores.indexOf(Math.max(...scores));
    expect(names[best]).toBe('14911');
    expect(scores[best]).toBeCloseTo(95.89, 1);
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeCloseTo(40.71, 1);
  });

  it.each([
    [3, 4856.3417],
    [4, 3924.4835],
    [5, 3268.1675],
    [6, 2840.1539],
  ])('fall into %i clusters as well as published', (k, best) => {
    const columns = [days, purchases, money].map((values) => {
      const logs = values.map((value) => Math.log1p(value));
      const mean = logs.reduce((sum, each) => sum + each, 0) / logs.length;
      const spread = Math.sqrt(logs.reduce((sum, each) => sum + (each - mean) ** 2, 0) / logs.length);
      return logs.map((each) => (each - mean) / spread);
    });
    const coordinates = Float64Array.from(names.flatMap((_, i) => columns.map((column) => column[i] as number)));
    const { energy } = annealedKMeans({ coordinates, dimensions: 3 }, k, makeRandom(k).unit);
    expect(Math.abs(energy / best - 1)).toBeLessThan(0.001);
  });

  it('put the published pairs into their baskets', () => {
    const codes = [...new Set([...shop.baskets.values()].flatMap((items) => [...items]))];
    const numbers = new Map(codes.map((code, number) => [code, number]));
    const baskets = [...shop.baskets.values()].map((items) => [...items].map((code) => numbers.get(code) as number));
    const sets = frequentSets(baskets, { leastCount: Math.ceil(0.01 * baskets.length), mostItems: 2 });
    const bySize = (size: number) => sets.sets.filter(({ items }) => items.length === size).length;
    expect([bySize(1), bySize(2)]).toEqual([625, 333]);
    const [best] = rulesIn(sets, 0);
    expect([best?.given[0], best?.also].map((item) => codes[item ?? -1]).toSorted()).toEqual(['23171', '23172']);
    expect(best?.count).toBe(202);
    expect(best?.lift).toBeCloseTo(61.8959, 3);
  });
});
