import { normalQuantile, normalTail } from './normal.ts';
import { type Difference, type Told, untold } from './told.ts';

/** Of `members`, how many did it. */
export interface Cases {
  readonly members: number;
  readonly cases: number;
}

/** Below so many expected on either side in either arm the normal distribution is no guide: Cochran, Biometrics 10 (1954). */
const FEWEST_EXPECTED = 5;

/**
 * The difference of two shares, treated less control, as parts of 1. The test pools the arms, as its null hypothesis
 * does; the interval does not. Fleiss, "Statistical Methods for Rates and Proportions", chapter 2, without the
 * continuity correction. Untold where so few did it, or so few did not, that the test is no guide.
 */
export function twoProportions(treated: Cases, control: Cases, confidence = 0.95): Told<Difference> {
  const [n, m] = [treated.members, control.members];
  if (n < 2 || m < 2) return untold('arm-too-small');
  const pooled = (treated.cases + control.cases) / (n + m);
  if (Math.min(n, m) * Math.min(pooled, 1 - pooled) < FEWEST_EXPECTED) return untold('too-few-cases');
  const [p, q] = [treated.cases / n, control.cases / m];
  const error = Math.sqrt((p * (1 - p)) / n + (q * (1 - q)) / m);
  const underNull = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  if (!(error > 0)) return untold('no-variation');
  const estimate = p - q;
  const reach = normalQuantile((1 - confidence) / 2) * error;
  const pValue = Math.min(1, 2 * normalTail(Math.abs(estimate) / underNull));
  return { told: true, estimate, low: estimate - reach, high: estimate + reach, error, pValue };
}
