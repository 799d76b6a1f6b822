import { type Moments, varianceOf } from './moments.ts';
import { studentQuantile, studentTail } from './student-t.ts';
import { type Difference, type Told, untold } from './told.ts';

/**
 * The difference of two means whose variances need not be alike, treated less control: Welch, "The Generalization of
 * 'Student's' Problem when Several Different Population Variances are Involved", Biometrika 34 (1947). `confidence` is
 * the chance that such intervals hold the truth. Untold where an arm has fewer than two members or nobody differs.
 */
export function welch(
  treated: Moments,
  control: Moments,
  confidence = 0.95,
): Told<Difference & { readonly df: number }> {
  if (treated.n < 2 || control.n < 2) return untold('arm-too-small');
  const [ofTreated, ofControl] = [varianceOf(treated) / treated.n, varianceOf(control) / control.n];
  const error = Math.sqrt(ofTreated + ofControl);
  if (!(error > 0)) return untold('no-variation');
  // In shares of the squared error: small figures squared twice would vanish.
  const [shareOfTreated, shareOfControl] = [ofTreated / error / error, ofControl / error / error];
  const df = 1 / (shareOfTreated ** 2 / (treated.n - 1) + shareOfControl ** 2 / (control.n - 1));
  const estimate = treated.meanY - control.meanY;
  const reach = studentQuantile((1 - confidence) / 2, df) * error;
  const pValue = 2 * studentTail(Math.abs(estimate) / error, df);
  return { told: true, estimate, low: estimate - reach, high: estimate + reach, error, pValue, df };
}
