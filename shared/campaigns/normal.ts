const DENSITY_AT_0 = 1 / Math.sqrt(2 * Math.PI);
const density = (x: number) => DENSITY_AT_0 * Math.exp((-x * x) / 2);
/** Beyond it the series loses digits and the continued fraction needs few terms. */
const FAR = 3;

/**
 * The chance that a standard normal deviate lies above `x`. Near 0 by the series of Marsaglia, "Evaluating the Normal
 * Distribution", Journal of Statistical Software 11 (2004); in the tail by Laplace's continued fraction, so that small
 * chances keep their digits (relative error below 1e-12 as far as 1e-300).
 */
export function normalTail(x: number): number {
  if (x < 0) return 1 - normalTail(-x);
  if (x > FAR) {
    let below = x;
    for (let k = 200; k >= 1; k--) below = x + k / below;
    return density(x) / below;
  }
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 - density(x) * sum;
}

/** The deviate with the chance `tail` (above 0, below 1) above it: 1.96 for 0.025. Throws RangeError outside. */
export function normalQuantile(tail: number): number {
  if (!(tail > 0 && tail < 1)) throw new RangeError(`normalQuantile: ${tail}`);
  if (tail > 0.5) return -normalQuantile(1 - tail);
  // Abramowitz and Stegun 26.2.23, off by less than 4.5e-4, then Newton's steps.
  const t = Math.sqrt(-2 * Math.log(tail));
  let x =
    t - (2.515517 + 0.802853 * t + 0.010328 * t ** 2) / (1 + 1.432788 * t + 0.189269 * t ** 2 + 0.001308 * t ** 3);
  for (let step = 0; step < 4; step++) x += (normalTail(x) - tail) / density(x);
  return x;
}
