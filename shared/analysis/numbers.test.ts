import { describe, expect, it } from 'vitest';
import { logGamma } from '../kernel/log-gamma.ts';
import { hypergeometric } from './hypergeometric.ts';
import { nelderMead } from './nelder-mead.ts';

describe('ln Γ', () => {
  it.each([
    [0.5, Math.log(Math.PI) / 2],
    [1, 0],
    [5, Math.log(24)],
    [100, 359.1342053695754],
    [1e-8, 18.420680738180209],
  ])('of %d is right to twelve digits', (z, value) => {
    expect(Math.abs(logGamma(z) - value)).toBeLessThan(1e-12 * Math.max(1, Math.abs(value)));
  });
});

describe('₂F₁', () => {
  it.each([
    ['ln 2 / 0.5 for (1, 1; 2; 0.5)', 1, 1, 2, 0.5, 2 * Math.log(2)],
    ['(1 − z)^−a for (a, b; b; z)', 2.5, 3, 3, 0.4, 0.6 ** -2.5],
    ['close to 1, where the series alone would be slow', 2, 3, 2, 0.99, 0.01 ** -3],
    ['1 at 0', 3, 4, 5, 0, 1],
    ['a whole arc sine: z ₂F₁(½, ½; 3/2; z²)', 0.5, 0.5, 1.5, 0.81, Math.asin(0.9) / 0.9],
  ])('is %s', (_, a, b, c, z, value) => {
    expect(hypergeometric(a, b, c, z) / value).toBeCloseTo(1, 10);
  });

  it('is refused where the series does not hold', () => {
    expect(() => hypergeometric(1, 1, 2, 1)).toThrow(RangeError);
    expect(() => hypergeometric(1, 1, 2, -0.1)).toThrow(RangeError);
  });
});

const valley = ([x = 0, y = 0]: readonly number[]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2;
const flat = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]) =>
  (a + 10 * b) ** 2 + 5 * (c - d) ** 2 + (b - 2 * c) ** 4 + 10 * (a - d) ** 4;

describe('the search for a minimum', () => {
  it("finds the end of Rosenbrock's valley and of Powell's singular one", () => {
    const found = nelderMead(valley, [-1.2, 1]);
    expect(found.at[0]).toBeCloseTo(1, 4);
    expect(found.at[1]).toBeCloseTo(1, 4);
    expect(nelderMead(flat, [3, -1, 0, 1]).value).toBeLessThan(1e-8);
  });

  it('goes round what is no number', () => {
    expect(nelderMead(([x = 0]) => Math.log(x) ** 2, [0.01]).at[0]).toBeCloseTo(1, 4);
  });
});
