import { logGamma } from '../kernel/log-gamma.ts';
import { normalQuantile, normalTail } from './normal.ts';

/** From so many degrees of freedom on Student's distribution is the normal one to eight digits. */
const AS_GOOD_AS_NORMAL = 1e8;

/**
 * The chance that Student's t with `df` degrees of freedom (> 0, also broken ones) lies above `t`, by the incomplete beta
 * function: Abramowitz and Stegun 26.7.1.
 */
export function studentTail(t: number, df: number): number {
  if (t < 0) return 1 - studentTail(-t, df);
  if (df >= AS_GOOD_AS_NORMAL) return normalTail(t);
  return incompleteBeta(t, df) / 2;
}

/** The t with the chance `tail` (above 0, at most a half) above it: 2.228 for 0.025 and 10 degrees of freedom. */
export function studentQuantile(tail: number, df: number): number {
  if (!(tail > 0 && tail <= 0.5 && df > 0)) throw new RangeError(`studentQuantile: ${tail}, ${df}`);
  let t = normalQuantile(tail);
  if (df >= AS_GOOD_AS_NORMAL || tail === 0.5) return t;
  // The tail is convex and the normal deviate lies before the root: Newton's steps come from one side and never overshoot.
  for (let step = 0; step < 200; step++) {
    const further = (studentTail(t, df) - tail) / density(t, df);
    t += further;
    if (Math.abs(further) <= 1e-13 * t) break;
  }
  return t;
}

const density = (t: number, df: number) =>
  Math.exp(logGamma((df + 1) / 2) - logGamma(df / 2) - ((df + 1) / 2) * Math.log1p((t * t) / df)) /
  Math.sqrt(df * Math.PI);

/** I_x(df/2, 1/2) at x = df / (df + t²); 1 − x is reckoned from t, not by subtraction, which would lose it near 0. */
function incompleteBeta(t: number, df: number): number {
  const [a, b] = [df / 2, 0.5];
  const [x, rest] = [df / (df + t * t), (t * t) / (df + t * t)];
  if (rest === 0) return 1;
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) - a * Math.log1p((t * t) / df) + b * Math.log(rest),
  );
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(x, a, b)) / a
    : 1 - (front * continuedFraction(rest, b, a)) / b;
}

const away = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);

/** Abramowitz and Stegun 26.5.8, from the top down as Lentz does it (Thompson and Barnett 1986). */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    product *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return product;
}
