import type { Moments } from './moments.ts';
import { type Difference, type Told, untold } from './told.ts';
import { welch } from './welch.ts';

export interface Adjusted extends Difference {
  readonly df: number;
  /** How much of what a member did before is expected of them again; 0 where it says nothing. */
  readonly theta: number;
  /** By how much the variance of the difference fell, 0.4 is 40 %; below 0 where the past misleads. */
  readonly gain: number;
  /** False where everybody did the same before: then nothing is adjusted and this is Welch's answer. */
  readonly covariateVaries: boolean;
}

/**
 * Welch's difference after what members did before the campaign is taken out of what they did in it: Deng, Xu, Kohavi
 * and Walker, "Improving the Sensitivity of Online Controlled Experiments by Utilizing Pre-Experiment Data", WSDM 2013.
 * θ comes from both arms, each about its own mean, so that the effect itself does not bend it. What is expected of the
 * estimate stays the same, since nobody was assigned by their past.
 */
export function cuped(treated: Moments, control: Moments, confidence = 0.95): Told<Adjusted> {
  const plain = welch(treated, control, confidence);
  if (!plain.told && plain.why === 'arm-too-small') return plain;
  const xx = treated.xx + control.xx;
  const covariateVaries = xx > 0;
  const theta = covariateVaries ? (treated.xy + control.xy) / xx : 0;
  const adjusted = welch(less(treated, theta), less(control, theta), confidence);
  if (!plain.told) return untold(plain.why);
  // The past foretells everything: nothing is left to be uncertain about, which no sample of real members shows.
  if (!adjusted.told) return untold(adjusted.why);
  return { ...adjusted, theta, gain: 1 - (adjusted.error / plain.error) ** 2, covariateVaries };
}

/** The moments of y − θx. */
const less = (of: Moments, theta: number): Moments => ({
  ...of,
  meanY: of.meanY - theta * of.meanX,
  yy: of.yy - 2 * theta * of.xy + theta ** 2 * of.xx,
});
