import { beforeAll, describe, expect, it } from 'vitest';
import { chanceAlive, expectedPurchases, expectedRepeats, fitBgNbd } from '../../shared/analysis/bg-nbd.ts';
import { type CountedHistory, countHistories } from '../../shared/analysis/buyer-history.ts';
import {
  expectedSpend,
  fitGammaGamma,
  SPENDING_FOLLOWS,
  type Spending,
  spendingFollows,
} from '../../shared/analysis/gamma-gamma.ts';
import { areaUnderCurve } from '../../shared/analysis/model-quality.ts';
import {
  chanceAliveByPareto,
  discountedPurchases,
  expectedPurchasesByPareto,
  expectedRepeatsByPareto,
  fitParetoNbd,
} from '../../shared/analysis/pareto-nbd.ts';
import { makeRandom } from '../../shared/sample/random.ts';
import { hasReference, referenceRows } from '../fixtures/reference-data.ts';

const CDNOW = ['cdnow/cdnow_sample.csv', 'cdnow/cdnow_sample_rfm_39wk.csv'] as const;
const DAY_MS = 86_400_000;
const WEEKS_HELD_OUT = 39;

/** The customers of CDNOW in weeks, and how many times they bought in the weeks held out: as published with the data. */
function cdnow() {
  const calibrationEnd = Date.parse('1997-09-30');
  const visits = new Map<string, Set<number>>();
  for (const { sample_id: of = '', date = '' } of referenceRows(CDNOW[0]))
    visits.set(of, (visits.get(of) ?? new Set()).add(Date.parse(date)));
  return [...visits.values()].map((days) => {
    const sorted = [...days].toSorted((a, b) => a - b);
    const before = sorted.filter((day) => day <= calibrationEnd);
    const weeks = (to: number) => (to - (sorted[0] as number)) / DAY_MS / 7;
    return {
      repeats: before.length - 1,
      lastAt: weeks(before.at(-1) as number),
      age: weeks(calibrationEnd),
      heldOut: sorted.length - before.length,
    };
  });
}

const expectNear = (value = Number.NaN, expected = Number.NaN, off = 0) =>
  expect(Math.abs(value - expected)).toBeLessThan(off);

describe.skipIf(!hasReference(...CDNOW))('the customers of CDNOW', () => {
  let customers: ReturnType<typeof cdnow> = [];
  let histories: CountedHistory[] = [];
  let [bg, mbg, pareto, gammaGamma] = [] as unknown as [
    ReturnType<typeof fitBgNbd>,
    ReturnType<typeof fitBgNbd>,
    ReturnType<typeof fitParetoNbd>,
    ReturnType<typeof fitGammaGamma>,
  ];
  let summary: Spending[] = [];
  let repeaters: Spending[] = [];
  let tookMs = Number.NaN;
  beforeAll(() => {
    customers = cdnow();
    histories = countHistories(customers);
    const started = performance.now();
    bg = fitBgNbd(histories);
    tookMs = performance.now() - started;
    mbg = fitBgNbd(histories, 'after-any');
    pareto = fitParetoNbd(histories);
    summary = referenceRows(CDNOW[1]).map(({ x, zbar }) => ({ purchases: Number(x), mean: Number(zbar) }));
    repeaters = summary.filter(({ purchases }) => purchases > 0);
    gammaGamma = fitGammaGamma(repeaters);
  });
  const sum = (of: (each: (typeof customers)[number]) => number) =>
    customers.reduce((total, each) => total + of(each), 0);
  const best = { repeats: 26, lastAt: 30.857, age: 31 };

  it('are read as published', () => {
    expect(customers).toHaveLength(2_357);
    expect(sum(({ repeats }) => repeats)).toBe(2_457);
    expect(sum(({ heldOut }) => heldOut)).toBe(1_882);
    expect(histories).toHaveLength(1_016);
  });

  it('have the published BG/NBD, fitted within half a second', () => {
    expectNear(bg.parameters.r, 0.2426, 0.003);
    expectNear(bg.parameters.alpha, 4.4136, 0.003);
    expectNear(bg.parameters.a, 0.7929, 0.003);
    expectNear(bg.parameters.b, 2.4259, 0.003 * 4);
    expectNear(bg.logLikelihood, -9582.4292, 0.001);
    expect(tookMs).toBeLessThan(500);
  });

  it('are expected by BG/NBD to buy as published', () => {
    for (const [weeks, expected] of [
      [1 / 7, 0.0078],
      [1, 0.0532],
      [3, 0.1506],
      [31.8571, 1.0405],
      [52, 1.444],
      [78, 1.8576],
    ] as const)
      expectNear(expectedRepeats(bg.parameters, weeks), expected, 0.0005);
    expectNear(expectedPurchases(bg.parameters, { repeats: 2, lastAt: 30.43, age: 38.86 }, 39), 1.226, 0.002);
    expectNear(expectedPurchases(bg.parameters, best, 52), 25.757, 0.02);
    expectNear(chanceAlive(bg.parameters, best), 0.96885, 0.0005);
    expectNear(
      sum((each) => expectedPurchases(bg.parameters, each, WEEKS_HELD_OUT)),
      1653.4,
      1,
    );
    expectNear(
      sum((each) => chanceAlive(bg.parameters, each)),
      1917.28,
      1,
    );
  });

  it('have the published MBG/NBD', () => {
    expectNear(mbg.parameters.r, 0.5248, 0.003);
    expectNear(mbg.parameters.alpha, 6.1831, 0.01);
    expectNear(mbg.parameters.a, 0.8914, 0.005);
    expectNear(mbg.parameters.b, 1.614, 0.01);
    expectNear(mbg.logLikelihood, -9582.1357, 0.001);
    expectNear(
      sum((each) => chanceAlive(mbg.parameters, each, 'after-any')),
      1057.64,
      1,
    );
  });

  it('have the published Pareto/NBD', () => {
    expectNear(pareto.parameters.r, 0.5534, 0.003);
    expectNear(pareto.parameters.alpha, 10.58, 0.05);
    expectNear(pareto.parameters.s, 0.6061, 0.003);
    expectNear(pareto.parameters.beta, 11.66, 0.05);
    expectNear(pareto.logLikelihood, -9594.9762, 0.001);
    expectNear(expectedPurchasesByPareto(pareto.parameters, best, 52), 25.454, 0.02);
    expectNear(chanceAliveByPareto(pareto.parameters, best), 0.99787, 0.0005);
    expectNear(expectedRepeatsByPareto(pareto.parameters, 52), 1.4731, 0.002);
    expectNear(
      sum((each) => expectedPurchasesByPareto(pareto.parameters, each, WEEKS_HELD_OUT)),
      1665.43,
      1,
    );
    expectNear(
      sum((each) => chanceAliveByPareto(pareto.parameters, each)),
      1051.68,
      1,
    );
  });

  it('are worth as many discounted purchases as published', () => {
    expectNear(discountedPurchases(pareto.parameters, best, 0.0027), 86.03, 0.5);
    expectNear(
      sum((each) => discountedPurchases(pareto.parameters, each, 0.0027)),
      7186.5,
      15,
    );
  });

  it('spend as the published Gamma-Gamma says, whoever buys more often no more each time', () => {
    expectNear(gammaGamma.parameters.p, 6.25, 0.02);
    expectNear(gammaGamma.parameters.q, 3.74, 0.01);
    expectNear(gammaGamma.parameters.v, 15.44, 0.06);
    expectNear(gammaGamma.logLikelihood, -4055.92, 0.02);
    expectNear(expectedSpend(gammaGamma.parameters), 35.17, 0.02);
    const first = summary.slice(0, 10).map((each) => expectedSpend(gammaGamma.parameters, each));
    for (const [i, expected] of [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17].entries())
      expectNear(first[i] as number, expected, 0.05);
    const worth = customers.map((each, i) => {
      const spend = expectedSpend(gammaGamma.parameters, summary[i]);
      return spend * discountedPurchases(pareto.parameters, each, 0.0027);
    });
    expectNear(worth.reduce((total, each) => total + each, 0) / 260_840.8, 1, 0.003);
    expectNear(spendingFollows(repeaters), 0.114, 0.001);
    expect(spendingFollows(repeaters)).toBeLessThan(SPENDING_FOLLOWS);
  });

  it('are ranked by the chance to be there worse than by the days since they came, as published', () => {
    const came = customers.map(({ heldOut }) => (heldOut > 0 ? 1 : 0));
    const auc = (score: (each: (typeof customers)[number]) => number) => areaUnderCurve(customers.map(score), came);
    expectNear(
      auc((each) => chanceAlive(bg.parameters, each)),
      0.316,
      0.002,
    );
    expectNear(
      auc((each) => chanceAlive(mbg.parameters, each, 'after-any')),
      0.687,
      0.002,
    );
    expectNear(
      auc((each) => chanceAliveByPareto(pareto.parameters, each)),
      0.726,
      0.002,
    );
    expectNear(
      auc((each) => expectedPurchases(bg.parameters, each, WEEKS_HELD_OUT)),
      0.773,
      0.002,
    );
    expectNear(
      auc(({ age, lastAt }) => lastAt - age),
      0.771,
      0.002,
    );
    expectNear(
      auc(({ repeats }) => repeats),
      0.758,
      0.002,
    );
  });
});

describe('models of buying', () => {
  it('say that nobody has left whoever bought once, in BG/NBD alone', () => {
    const model = { r: 0.3, alpha: 5, a: 0.8, b: 2.5 };
    const once = { repeats: 0, lastAt: 0, age: 200 };
    expect(chanceAlive(model, once)).toBe(1);
    expect(chanceAlive(model, once, 'after-any')).toBeLessThan(0.8);
  });

  it('do not break down where a parameter is 1', () => {
    const [at1, beside1] = [1, 1.001].map((a) => expectedRepeats({ r: 0.3, alpha: 5, a, b: 2.5 }, 50));
    expectNear(at1, beside1, 0.001);
    const [by1, byBeside] = [1, 1.001].map((s) => expectedRepeatsByPareto({ r: 0.3, alpha: 5, s, beta: 9 }, 50));
    expectNear(by1, byBeside, 0.001);
  });

  it('are not fitted where nobody bought again', () => {
    const once = [{ repeats: 0, lastAt: 0, age: 20, members: 9 }];
    expect(() => fitBgNbd(once)).toThrow(RangeError);
    expect(() => fitParetoNbd(once)).toThrow(RangeError);
    expect(() => fitGammaGamma([])).toThrow(RangeError);
  });

  it('find the parameters that buyers were made by', () => {
    const { unit } = makeRandom(11);
    const exponential = () => -Math.log(1 - unit());
    /** Gamma of a whole shape, as a sum of exponentials. */
    const gamma = (shape: number) => Array.from({ length: shape }, exponential).reduce((sum, each) => sum + each, 0);
    const weeks = 60;
    const made = Array.from({ length: 12_000 }, () => {
      const rate = gamma(1) / 8;
      const [one, two] = [gamma(1), gamma(3)];
      const leaves = one / (one + two);
      let [at, repeats, lastAt] = [0, 0, 0];
      for (;;) {
        at += exponential() / rate;
        if (at > weeks) break;
        repeats++;
        lastAt = at;
        if (unit() < leaves) break;
      }
      return { repeats, lastAt: Math.round(lastAt * 7) / 7, age: weeks };
    });
    const { parameters } = fitBgNbd(countHistories(made));
    expectNear(parameters.r, 1, 0.08);
    expectNear(parameters.alpha, 8, 0.9);
    expectNear(parameters.a / (parameters.a + parameters.b), 0.25, 0.03);
  });
});
