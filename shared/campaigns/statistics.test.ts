import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedPValues } from './benjamini-hochberg.ts';
import { cuped } from './cuped.ts';
import { momentsOf, together } from './moments.ts';
import { normalQuantile, normalTail } from './normal.ts';
import { sampleRatio } from './sample-ratio.ts';
import { armForShares, audienceForMean, changeSeenBy } from './sample-size.ts';
import { studentQuantile, studentTail } from './student-t.ts';
import { twoProportions } from './two-proportions.ts';
import { welch } from './welch.ts';

/** How far off, as a part of what it should be. */
const off = (found: number, wanted: number) => Math.abs(found / wanted - 1);
const alone = (values: readonly number[]) => momentsOf(values.map((y) => [0, y] as const));

const amount = fc.integer({ min: 0, max: 50_000 });
const members = fc.array(fc.tuple(amount, amount), { minLength: 2, maxLength: 40 });
const differ = (pairs: readonly (readonly [number, number])[]) => new Set(pairs.map(([, y]) => y)).size > 1;
const swapped = <T extends { low: number; high: number }>(found: T) => [-found.high, -found.low];

describe('the moments of two groups together', () => {
  it('are those of all their members', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount)), fc.array(fc.tuple(amount, amount)), (a, b) => {
        const [parts, whole] = [together(momentsOf(a), momentsOf(b)), momentsOf([...a, ...b])];
        for (const of of ['n', 'meanX', 'meanY', 'xx', 'yy', 'xy'] as const)
          expect(Math.abs(parts[of] - whole[of])).toBeLessThanOrEqual(1e-9 * Math.max(1, whole.xx, whole.yy));
      }),
    ));
});

describe('the normal distribution', () => {
  it.each([
    [0.5, 0.3085375387259869],
    [1.96, 0.024997895148220435],
    [3, 0.0013498980316300933],
    [3.0001, 0.0013494549132607172],
    [6, 9.865876450376946e-10],
    [20, 2.7536241186061556e-89],
    [-1, 0.8413447460685429],
  ])('lies above %f with the published chance', (x, tail) => expect(off(normalTail(x), tail)).toBeLessThan(1e-12));

  it.each([
    [0.025, 1.9599639845400545],
    [0.001, 3.090232306167813],
    [1e-10, 6.361340902404056],
    [0.4999, 0.0002506628300880075],
    [0.8, -0.8416212335729143],
  ])('has the published quantile at %f', (tail, x) => expect(off(normalQuantile(tail), x)).toBeLessThan(1e-11));
});

describe('Student’s distribution', () => {
  it.each([
    [0.025, 1, 12.706204736174705],
    [0.025, 2, 4.302652729749464],
    [0.025, 10, 2.2281388519862753],
    [0.005, 5, 4.032142983555229],
    [0.025, 17.776, 2.1028213103802216],
    [0.0005, 3, 12.923978636687481],
    [0.025, 1000, 1.9623390808264085],
    [0.025, 1e6, 1.9599663568141072],
    [0.025, 1e9, 1.9599639857],
  ])('has the published quantile at %f with %f degrees of freedom', (tail, df, t) =>
    expect(off(studentQuantile(tail, df), t)).toBeLessThan(2e-9),
  );

  it.each([
    [1.8608, 17.776, 0.03969828906988993],
    [0.5, 3, 0.3257239824240755],
    [40, 2.5, 7.09781714524669e-5],
    [5, 1e5, 2.8713508393208397e-7],
    [3, 12345.6, 0.001352591825169398],
    [1e-8, 4, 0.49999999625],
    [0, 7, 0.5],
  ])('lies above %f with %f degrees of freedom with the published chance', (t, df, tail) =>
    expect(off(studentTail(t, df), tail)).toBeLessThan(1e-9),
  );
});

describe('Welch’s comparison', () => {
  // Student's own data of 1908, as R gives them: t.test(extra ~ group, data = sleep).
  const one = alone([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
  const other = alone([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);

  it('finds the published figures for the sleep of ten patients', () => {
    expect(welch(one, other)).toMatchObject({
      told: true,
      estimate: expect.closeTo(-1.58, 10),
      low: expect.closeTo(-3.3654832307, 9),
      high: expect.closeTo(0.2054832307, 9),
      df: expect.closeTo(17.7764735162, 9),
      pValue: expect.closeTo(0.0793941402, 9),
    });
  });

  it('says why it cannot tell: an arm of nobody or one member, or members that are all alike', () => {
    expect(welch(alone([]), other)).toEqual({ told: false, why: 'arm-too-small' });
    expect(welch(one, alone([4]))).toEqual({ told: false, why: 'arm-too-small' });
    expect(welch(alone([0, 0, 0]), alone([0, 0]))).toEqual({ told: false, why: 'no-variation' });
  });

  it('is never NaN, and changes its sign with the arms', () => {
    fc.assert(
      fc.property(members, members, (a, b) => {
        const [there, back] = [welch(momentsOf(a), momentsOf(b)), welch(momentsOf(b), momentsOf(a))];
        expect(there.told).toBe(differ(a) || differ(b));
        if (!there.told || !back.told) return;
        for (const figure of Object.values(there)) expect(figure).not.toBeNaN();
        expect(there.estimate).toBe(-back.estimate);
        expect([there.low, there.high]).toEqual(swapped(back));
        expect(there.pValue).toBeGreaterThanOrEqual(0);
        expect(there.pValue).toBeLessThanOrEqual(1);
        expect(there.low <= 0 && there.high >= 0).toBe(there.pValue >= 0.05);
      }),
    );
  });

  it('is right on average: over every way of assigning ten members it finds no effect where there is none', () => {
    const ten = [0, 0, 0, 3, 5, 8, 20, 20, 45, 130];
    let sum = 0;
    let ways = 0;
    for (let set = 0; set < 2 ** ten.length; set++) {
      const treated = ten.filter((_, at) => set & (1 << at));
      if (treated.length !== 6) continue;
      const found = welch(alone(treated), alone(ten.filter((_, at) => !(set & (1 << at)))));
      if (!found.told) throw new Error(found.why);
      sum += found.estimate;
      ways += 1;
    }
    expect(ways).toBe(210);
    expect(sum / ways).toBeCloseTo(0, 10);
  });
});

describe('CUPED', () => {
  it('is Welch’s answer where everybody did the same before, and says so', () => {
    fc.assert(
      fc.property(members, members, amount, (a, b, before) => {
        fc.pre(differ(a) || differ(b));
        const [one, other] = [a, b].map((arm) => momentsOf(arm.map(([, y]) => [before, y] as const)));
        if (!one || !other) return;
        const plain = welch(one, other);
        expect(cuped(one, other)).toEqual({ ...plain, theta: 0, gain: 0, covariateVaries: false });
      }),
    );
  });

  it('is Welch’s answer where what was done before says nothing', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 20 }), amount, (figures, before) => {
        fc.pre(new Set(figures).size > 1);
        // Each figure once with much and once with little before it: no correlation at all.
        const one = momentsOf(figures.flatMap((y) => [[before, y] as const, [before + 100, y] as const]));
        const other = alone([1, 2, 3]);
        const [plain, adjusted] = [welch(one, other), cuped(one, other)];
        if (!plain.told || !adjusted.told) throw new Error('cannot be told');
        expect(adjusted.theta).toBeCloseTo(0, 9);
        expect(adjusted.gain).toBeCloseTo(0, 9);
        expect(off(adjusted.high - adjusted.low, plain.high - plain.low)).toBeLessThan(1e-9);
      }),
    );
  });

  it('takes out what the past foretells and leaves the effect: ten more each, whoever bought much before', () => {
    const jitter = [0, 3, -2, 1, -2, 4, -4];
    const arm = (size: number, effect: number) =>
      momentsOf(Array.from({ length: size }, (_, i) => [i * 50, i * 40 + (jitter[i % 7] ?? 0) + effect] as const));
    const found = cuped(arm(70, 10), arm(35, 0));
    const plain = welch(arm(70, 10), arm(35, 0));
    if (!found.told || !plain.told) throw new Error('cannot be told');
    expect(found.gain).toBeGreaterThan(0.99);
    expect(found.theta).toBeCloseTo(0.8, 2);
    expect(Math.abs(found.estimate - 10)).toBeLessThan(0.5);
    expect(Math.abs(plain.estimate - 10)).toBeGreaterThan(500);
  });

  it('is never NaN, and changes its sign with the arms', () => {
    fc.assert(
      fc.property(members, members, (a, b) => {
        const [there, back] = [cuped(momentsOf(a), momentsOf(b)), cuped(momentsOf(b), momentsOf(a))];
        expect(back.told).toBe(there.told);
        if (!there.told || !back.told) return;
        for (const figure of Object.values(there)) expect(figure).not.toBeNaN();
        expect(there.estimate).toBeCloseTo(-back.estimate, 6);
        expect(there.gain).toBeCloseTo(back.gain, 6);
      }),
    );
  });

  it('says why it cannot tell', () => {
    expect(cuped(alone([]), alone([1, 2]))).toEqual({ told: false, why: 'arm-too-small' });
    expect(cuped(alone([5, 5]), alone([5, 5]))).toEqual({ told: false, why: 'no-variation' });
  });
});

describe('two shares', () => {
  it('differ by the published test: 30 % and 50 % of fifty each, χ² 4.1667', () => {
    expect(twoProportions({ members: 50, cases: 15 }, { members: 50, cases: 25 })).toMatchObject({
      told: true,
      estimate: expect.closeTo(-0.2, 12),
      pValue: expect.closeTo(0.0412268, 6),
      low: expect.closeTo(-0.3879931, 6),
      high: expect.closeTo(-0.0120069, 6),
    });
  });

  it('are not compared by a test that is no guide: an arm of nobody, or hardly a case', () => {
    const some = { members: 400, cases: 40 };
    expect(twoProportions({ members: 0, cases: 0 }, some)).toEqual({ told: false, why: 'arm-too-small' });
    expect(twoProportions({ members: 400, cases: 0 }, { members: 40, cases: 0 })).toEqual({
      told: false,
      why: 'too-few-cases',
    });
    expect(twoProportions({ members: 400, cases: 400 }, { members: 40, cases: 40 })).toEqual({
      told: false,
      why: 'too-few-cases',
    });
  });

  it('change their sign with the arms', () => {
    const arm = fc
      .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }))
      .map(([did, didNot]) => ({ members: did + didNot, cases: did }));
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        const [there, back] = [twoProportions(a, b), twoProportions(b, a)];
        expect(back.told).toBe(there.told);
        if (!there.told || !back.told) return;
        expect(there.estimate).toBe(-back.estimate);
        expect(there.pValue).toBeCloseTo(back.pValue, 12);
      }),
    );
  });
});

describe('the sizes of the arms', () => {
  it('of 821,588 and 815,482 are no even split: p is 1.8e-6', () => {
    const found = sampleRatio({ treated: 821_588, control: 815_482 }, 0.5);
    expect(found).toMatchObject({ told: true, chiSquare: expect.closeTo(22.77436884, 7), alarm: true });
    expect(off(found.told ? found.pValue : 1, 1.8217928726191858e-6)).toBeLessThan(1e-9);
  });

  it('are as planned where they are nearly so, and nothing is said of a handful', () => {
    expect(sampleRatio({ treated: 9012, control: 988 }, 0.1)).toMatchObject({ told: true, alarm: false });
    expect(sampleRatio({ treated: 900, control: 100 }, 0.1)).toMatchObject({ chiSquare: 0, pValue: 1, alarm: false });
    expect(sampleRatio({ treated: 9, control: 1 }, 0.1)).toEqual({ told: false, why: 'arm-too-small' });
    expect(sampleRatio({ treated: 500, control: 0 }, 0)).toEqual({ told: false, why: 'arm-too-small' });
  });
});

describe('the size of an audience', () => {
  it('needs 3,841 an arm to tell 12 % from 10 %', () => {
    expect(armForShares(0.1, 0.12)).toBe(3841);
    expect(armForShares(0.12, 0.1)).toBe(3841);
    expect(() => armForShares(0.1, 0.1)).toThrow(RangeError);
  });

  it('is sixteen variances over the squared change in each of two equal arms, Lehr’s rule', () => {
    const found = audienceForMean({ mean: 100, variance: 10_000, correlation: 0 }, 0.1, 0.5);
    expect(found).toEqual({ told: true, members: 3140 });
  });

  it('grows as the control group shrinks, and shrinks by what the past foretells', () => {
    const expected = { mean: 100, variance: 40_000, correlation: 0 };
    const at = (controlShare: number, correlation = 0) => {
      const found = audienceForMean({ ...expected, correlation }, 0.05, controlShare);
      return found.told ? found.members : Number.NaN;
    };
    expect(at(0.1)).toBeGreaterThan(2.7 * at(0.5));
    expect(off(at(0.1, 0.6), 0.64 * at(0.1))).toBeLessThan(0.001);
  });

  it('shows the change that it was reckoned for, and no smaller one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 60 }), (control, change) => {
        const expected = { mean: 80, variance: 30_000, correlation: 0.5 };
        const found = audienceForMean(expected, change / 100, control / 100);
        if (!found.told) throw new Error(found.why);
        const seen = changeSeenBy(expected, found.members, control / 100);
        if (!seen.told) throw new Error(seen.why);
        expect(seen.change).toBeLessThanOrEqual(change / 100);
        // Members are whole, which tells where they are few.
        expect(seen.change).toBeGreaterThan(found.members > 100 ? (change / 100) * 0.98 : 0);
      }),
    );
  });

  it('cannot be told where nothing was sold, everybody bought alike or nobody is kept out', () => {
    expect(audienceForMean({ mean: 0, variance: 0, correlation: 0 }, 0.05, 0.1).told).toBe(false);
    expect(audienceForMean({ mean: 9, variance: 0, correlation: 0 }, 0.05, 0.1).told).toBe(false);
    expect(audienceForMean({ mean: 9, variance: 4, correlation: 0 }, 0.05, 0)).toEqual({
      told: false,
      why: 'arm-too-small',
    });
    expect(changeSeenBy({ mean: 9, variance: 4, correlation: 0 }, 0, 0.1).told).toBe(false);
  });
});

describe('the correction for many campaigns', () => {
  // The fifteen hypotheses of Benjamini and Hochberg's own example, of which their procedure rejects four.
  const theirs = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];

  it('finds four of fifteen, as its authors do', () => {
    expect(adjustedPValues(theirs).filter((p) => p <= 0.05)).toHaveLength(4);
    expect(adjustedPValues(theirs)[3]).toBeCloseTo(0.035625, 12);
    expect(adjustedPValues(theirs)[5]).toBeCloseTo(0.0638571428, 9);
  });

  it('answers in the order it was asked, changes nothing of one alone, and never makes a finding stronger', () => {
    expect(adjustedPValues([])).toEqual([]);
    expect(adjustedPValues([0.03])).toEqual([0.03]);
    expect(adjustedPValues(theirs.toReversed())).toEqual(adjustedPValues(theirs).toReversed());
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (pValues) => {
        adjustedPValues(pValues).forEach((p, at) => {
          expect(p).toBeGreaterThanOrEqual((pValues[at] ?? 0) * (1 - 1e-12));
          expect(p).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});
