import { beforeAll, describe, expect, it } from 'vitest';
import { frequentSets } from '../../shared/analysis/item-sets.ts';
import { chancesOf, fitLogistic } from '../../shared/analysis/logistic.ts';
import { areaUnderCurve, brierScore, lift } from '../../shared/analysis/model-quality.ts';
import { type RfmSegment, rfmCuts, rfmOf, segmentOf } from '../../shared/analysis/rfm.ts';
import { rulesIn } from '../../shared/analysis/rules.ts';
import { dayNumber } from '../../shared/kernel/instant.ts';
import { hasReference, numbersOf, referenceRows, referenceText } from '../fixtures/reference-data.ts';

const flags = (rows: readonly Record<string, string>[], is: (row: Record<string, string>) => boolean) =>
  Float64Array.from(rows, (row) => (is(row) ? 1 : 0));

describe.skipIf(!hasReference('classics/birthwt.csv'))('births of low weight', () => {
  it('depend on age, weight, race and visits as published', () => {
    const rows = referenceRows('classics/birthwt.csv');
    const columns = [
      numbersOf(rows, 'age'),
      numbersOf(rows, 'lwt'),
      flags(rows, ({ race }) => race === '2'),
      flags(rows, ({ race }) => race === '3'),
      numbersOf(rows, 'ftv'),
    ];
    const { coefficients, errors, logLikelihood } = fitLogistic(columns, numbersOf(rows, 'low'));
    const published = [1.29536575, -0.02382297, -0.01424461, 1.00389782, 0.43310843, -0.04930832];
    const publishedErrors = [1.07144313, 0.03372962, 0.00654072, 0.49785896, 0.36224024, 0.16723908];
    for (const [i, b] of published.entries()) expect(coefficients[i]).toBeCloseTo(b, 7);
    for (const [i, se] of publishedErrors.entries()) expect(errors[i]).toBeCloseTo(se, 5);
    expect(logLikelihood).toBeCloseTo(-111.28645, 5);
  });
});

const TELCO = 'telco-churn/telco_customer_churn.csv.gz';
describe.skipIf(!hasReference(TELCO))('contracts that were given up', () => {
  it('are told beforehand as well as published', () => {
    const rows = referenceRows(TELCO);
    const outcomes = flags(rows, ({ Churn }) => Churn === 'Yes');
    const columns = [
      numbersOf(rows, 'tenure'),
      numbersOf(rows, 'MonthlyCharges'),
      flags(rows, ({ Contract }) => Contract === 'One year'),
      flags(rows, ({ Contract }) => Contract === 'Two year'),
      flags(rows, ({ PaperlessBilling }) => PaperlessBilling === 'Yes'),
      numbersOf(rows, 'SeniorCitizen'),
    ];
    const { coefficients, logLikelihood } = fitLogistic(columns, outcomes);
    const published = [-1.7493415, -0.03717497, 0.02508965, -0.95288848, -1.84400646, 0.46727698, 0.43045765];
    for (const [i, b] of published.entries()) expect(coefficients[i]).toBeCloseTo(b, 6);
    expect(logLikelihood).toBeCloseTo(-3034.874953, 5);
    const chances = chancesOf(coefficients, columns, rows.length);
    expect(areaUnderCurve(chances, outcomes)).toBeCloseTo(0.83184, 4);
    expect(brierScore(chances, outcomes)).toBeCloseTo(0.141236, 5);
    expect(lift(chances, outcomes)).toBeCloseTo(2.7138, 2);
  });
});

const ORDERS = 'rfm-orders/rfm_data_orders.csv';
describe.skipIf(!hasReference(ORDERS))('995 published customers', () => {
  it('have the published cuts, scores and segments', () => {
    const customers = new Map<string, { last: number; purchases: number; money: number }>();
    for (const { customer_id: of = '', order_date: date = '', revenue } of referenceRows(ORDERS)) {
      const known = customers.get(of) ?? { last: 0, purchases: 0, money: 0 };
      const last = Math.max(known.last, dayNumber(date));
      customers.set(of, { last, purchases: known.purchases + 1, money: known.money + Number(revenue) });
    }
    const all = [...customers.values()].map((each) => ({ ...each, days: dayNumber('2006-12-31') - each.last }));
    const cuts = rfmCuts({
      recencyDays: all.map(({ days }) => days),
      purchases: all.map(({ purchases }) => purchases),
      money: all.map(({ money }) => money),
    });
    for (const [i, cut] of [115, 181, 297.4, 482].entries()) expect(cuts.recency[i]).toBeCloseTo(cut, 9);
    for (const [i, cut] of [4, 5, 6, 8].entries()) expect(cuts.frequency[i]).toBeCloseTo(cut, 9);
    for (const [i, cut] of [255.8, 382, 506.4, 666].entries()) expect(cuts.money[i]).toBeCloseTo(cut, 9);
    const scored = all.map(({ days, purchases, money }) => rfmOf(cuts, days, purchases, money));
    expect(scored.reduce((sum, { r, f, m }) => sum + 100 * r + 10 * f + m, 0)).toBe(329_437);
    const counts: Partial<Record<RfmSegment, number>> = {};
    for (const each of scored) counts[segmentOf(each)] = (counts[segmentOf(each)] ?? 0) + 1;
    expect(counts).toEqual({
      'potential-loyalists': 342,
      loyal: 170,
      lost: 148,
      new: 104,
      'about-to-sleep': 102,
      'cannot-lose': 47,
      champions: 35,
      'at-risk': 28,
      'need-attention': 10,
      promising: 9,
    });
  });
});

const GROCERIES = 'groceries/groceries.csv';
describe.skipIf(!hasReference(GROCERIES))('9,835 baskets of groceries', () => {
  const names: string[] = [];
  const known = new Map<string, number>();
  const numberOf = (name: string): number => {
    const number = known.get(name) ?? names.push(name) - 1;
    known.set(name, number);
    return number;
  };
  let baskets: number[][] = [];
  beforeAll(() => {
    const lines = referenceText(GROCERIES).split(/\r?\n/);
    baskets = lines.filter((line) => line !== '').map((line) => line.split(',').map(numberOf));
  });
  const setsAt = (support: number) =>
    frequentSets(baskets, { leastCount: Math.ceil(support * baskets.length), mostItems: 10 });

  it.each([
    [0.1, 8],
    [0.05, 31],
    [0.02, 122],
    [0.01, 333],
    [0.006, 747],
    [0.005, 1_001],
    [0.001, 13_492],
  ])('hold at a support of %d the published %i sets', (support, sets) => {
    expect(setsAt(support).sets).toHaveLength(sets);
  });

  it.each([
    [0.001, 0.5, 5_668],
    [0.001, 0.8, 410],
    [0.005, 0.5, 120],
    [0.01, 0.2, 231],
    [0.01, 0.5, 15],
    [0.02, 0.3, 37],
  ])('give at support %d and confidence %d the published %i rules', (support, confidence, rules) => {
    expect(rulesIn(setsAt(support), confidence)).toHaveLength(rules);
  });

  it('tell of milk and vegetables, and of wine and beer, what is published', () => {
    const [milk, vegetables] = [numberOf('whole milk'), numberOf('other vegetables')];
    const rule = rulesIn(setsAt(0.01), 0.2).find(
      ({ given, also }) => given.join() === String(milk) && also === vegetables,
    );
    expect(rule?.count).toBe(736);
    expect(rule?.confidence).toBeCloseTo(0.292877, 6);
    expect(rule?.lift).toBeCloseTo(1.513634, 6);
    expect(rule?.chiSquared).toBeCloseTo(213.649, 3);
    expect(rule?.leverage).toBeCloseTo(0.02539431, 8);
    const [best] = rulesIn(setsAt(0.001), 0.8);
    expect(best?.given.map((item) => names[item]).toSorted()).toEqual(['liquor', 'red/blush wine']);
    expect(names[best?.also ?? -1]).toBe('bottled beer');
    expect(best?.lift).toBeCloseTo(11.235269, 6);
  });
});
