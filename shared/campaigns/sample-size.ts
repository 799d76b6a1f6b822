import { normalQuantile } from './normal.ts';
import { type Told, untold } from './told.ts';

/** What a plan asks of a test: how often chance may pass for an effect, and how often an effect is to be seen. */
export interface Sharpness {
  /** Two-sided, 0.05 by custom. */
  readonly falseAlarm: number;
  /** 0.8 by custom. */
  readonly power: number;
}
export const USUAL_SHARPNESS: Sharpness = { falseAlarm: 0.05, power: 0.8 };

const deviates = ({ falseAlarm, power }: Sharpness) =>
  [normalQuantile(falseAlarm / 2), normalQuantile(1 - power)] as const;

/**
 * How many members each of two equal arms needs to tell two shares (parts of 1, unlike) apart: Fleiss, Levin and Paik,
 * "Statistical Methods for Rates and Proportions", 3rd edition, formula 4.14, without the continuity correction. Throws
 * RangeError where the shares are alike or no shares.
 */
export function armForShares(before: number, after: number, sharpness = USUAL_SHARPNESS): number {
  if (before === after || ![before, after].every((share) => share >= 0 && share <= 1))
    throw new RangeError(`armForShares: ${before}, ${after}`);
  const [alpha, beta] = deviates(sharpness);
  const mean = (before + after) / 2;
  const reach =
    alpha * Math.sqrt(2 * mean * (1 - mean)) + beta * Math.sqrt(before * (1 - before) + after * (1 - after));
  return Math.ceil((reach / (after - before)) ** 2);
}

/** What past sales let a plan expect of a member. */
export interface Expected {
  readonly mean: number;
  readonly variance: number;
  /** Between what a member does before a campaign and in it, −1 to 1; 0 where it is not known. */
  readonly correlation: number;
}

/**
 * How large an audience must be so that a change of the mean by this part of it (0.05 is 5 %) is seen, with this part
 * of it kept out: Cochran, "Sampling Techniques", 4.6, for the difference of two means; the correlation saves what CUPED
 * takes out. Untold where nothing was sold or everybody bought for the same.
 */
export function audienceForMean(
  { mean, variance, correlation }: Expected,
  change: number,
  controlShare: number,
  sharpness = USUAL_SHARPNESS,
): Told<{ readonly members: number }> {
  if (!(controlShare > 0 && controlShare < 1)) return untold('arm-too-small');
  const smallest = Math.abs(mean * change);
  if (!(smallest > 0 && variance > 0)) return untold('no-variation');
  const [alpha, beta] = deviates(sharpness);
  const left = variance * (1 - correlation ** 2);
  const members = (left * (alpha + beta) ** 2 * (1 / controlShare + 1 / (1 - controlShare))) / smallest ** 2;
  return { told: true, members: Math.max(4, Math.ceil(members)) };
}

/** The smallest change of the mean, as a part of it, that an audience of so many shows. The inverse of `audienceForMean`. */
export function changeSeenBy(
  expected: Expected,
  members: number,
  controlShare: number,
  sharpness = USUAL_SHARPNESS,
): Told<{ readonly change: number }> {
  const atOne = audienceForMean(expected, 1, controlShare, sharpness);
  if (!atOne.told) return atOne;
  if (members < 4) return untold('arm-too-small');
  const [alpha, beta] = deviates(sharpness);
  const left = expected.variance * (1 - expected.correlation ** 2);
  const perMember = left * (alpha + beta) ** 2 * (1 / controlShare + 1 / (1 - controlShare));
  return { told: true, change: Math.sqrt(perMember / members) / Math.abs(expected.mean) };
}
