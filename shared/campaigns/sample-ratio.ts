import { normalTail } from './normal.ts';
import { type Told, untold } from './told.ts';

/** Below it the arms are not what the plan made them, and no comparison of them is to be believed. */
export const SAMPLE_RATIO_ALARM = 0.001;

/**
 * Whether arms of these sizes come from the planned split: Pearson's χ² with one degree of freedom. Fabijan et al.,
 * "Diagnosing Sample Ratio Mismatch in Online Controlled Experiments", KDD 2019. `controlShare` is a part of 1.
 */
export function sampleRatio(
  arms: { readonly treated: number; readonly control: number },
  controlShare: number,
): Told<{ readonly chiSquare: number; readonly pValue: number; readonly alarm: boolean }> {
  const members = arms.treated + arms.control;
  const [treated, control] = [members * (1 - controlShare), members * controlShare];
  if (Math.min(treated, control) < 5) return untold('arm-too-small');
  const chiSquare = (arms.treated - treated) ** 2 / treated + (arms.control - control) ** 2 / control;
  const pValue = Math.min(1, 2 * normalTail(Math.sqrt(chiSquare)));
  return { told: true, chiSquare, pValue, alarm: pValue < SAMPLE_RATIO_ALARM };
}
