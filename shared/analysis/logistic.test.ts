import { describe, expect, it } from 'vitest';
import { makeRandom } from '../sample/random.ts';
import { chancesOf, fitLogistic } from './logistic.ts';
import { areaUnderCurve, brierScore, calibration, lift } from './model-quality.ts';

describe('logistic regression', () => {
  /** Weight in 1000 lb and a manual gearbox of 32 cars of 1974, as R has them (mtcars); coefficients as R fits them. */
  const WEIGHTS = [
    2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2,
    1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
  ];
  const MANUAL = [1, 1, 1, ...Array.from({ length: 14 }, () => 0), 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1];

  it('of gearbox on weight gives the published coefficients and errors', () => {
    const { coefficients, errors, logLikelihood, converged } = fitLogistic([WEIGHTS], MANUAL);
    expect(converged).toBe(true);
    for (const [i, b] of [12.0403697, -4.0239699].entries()) expect(coefficients[i]).toBeCloseTo(b, 6);
    // R stops a step earlier for its errors.
    for (const [i, se] of [4.5097061, 1.4364158].entries()) expect(errors[i]).toBeCloseTo(se, 3);
    expect(logLikelihood).toBeCloseTo(-9.5880424, 6);
  });

  it('finds what cases were made by, within three standard errors', () => {
    const { unit } = makeRandom(3);
    const truth = [-1, 0.8, -0.5];
    const columns = [0, 1].map(() => Float64Array.from({ length: 20_000 }, () => 2 * unit() - 1));
    const outcomes = chancesOf(truth, columns, 20_000).map((chance) => (unit() < chance ? 1 : 0));
    const { coefficients, errors } = fitLogistic(columns, outcomes);
    for (const [i, b] of truth.entries())
      expect(Math.abs((coefficients[i] as number) - b)).toBeLessThan(3 * (errors[i] as number));
  });

  it('does not run away with a ridge where a column parts the cases completely', () => {
    const { coefficients, converged } = fitLogistic([[-2, -1, 1, 2]], [0, 0, 1, 1], 0.1);
    expect(converged).toBe(true);
    expect(coefficients[1]).toBeGreaterThan(0);
    expect(coefficients[1]).toBeLessThan(10);
  });

  it('refuses a column that says the same as another', () => {
    expect(() =>
      fitLogistic(
        [
          [1, 2, 3, 4],
          [2, 4, 6, 8],
        ],
        [0, 1, 0, 1],
      ),
    ).toThrow(RangeError);
  });
});

describe('the quality of a model', () => {
  it('is told by the pairs that it ranks rightly, a tie counting half', () => {
    expect(areaUnderCurve([0.9, 0.8, 0.2, 0.1], [1, 1, 0, 0])).toBe(1);
    expect(areaUnderCurve([0.1, 0.2, 0.8, 0.9], [1, 1, 0, 0])).toBe(0);
    expect(areaUnderCurve([1, 1, 1, 1], [1, 0, 1, 0])).toBe(0.5);
    expect(areaUnderCurve([3, 2, 2, 1], [1, 0, 1, 0])).toBe(0.875);
    expect(areaUnderCurve([1, 2], [1, 1])).toBeNaN();
  });

  it('is told by how far its chances are from what came', () => {
    expect(brierScore([1, 0, 0.5], [1, 0, 0])).toBeCloseTo(0.25 / 3, 12);
    expect(calibration([0.1, 0.3, 0.6, 0.8], [0, 0, 1, 1], 2)).toEqual([
      { cases: 2, said: 0.2, was: 0 },
      { cases: 2, said: 0.7, was: 1 },
    ]);
  });

  it('is told by how many more it finds among the first tenth', () => {
    const outcomes = Array.from({ length: 20 }, (_, i) => (i < 5 ? 1 : 0));
    expect(
      lift(
        outcomes.map((_, i) => -i),
        outcomes,
      ),
    ).toBe(4);
  });
});
