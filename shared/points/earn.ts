import { allocate } from '../kernel/allocate.ts';
import type { Tier } from '../members/profile.ts';
import type { Programme } from './programme.ts';

export interface EarningLine {
  readonly productId: string | null;
  readonly categoryId: string | null;
  readonly grossMinor: number;
  readonly netMinor: number;
}

/** `top ÷ bottom` (both ≥ 0, bottom > 0), rounded by a programme’s rule. */
export const divide = (top: bigint, bottom: bigint, rounding: Programme['earn']['rounding']): number => {
  const extra = rounding === 'down' ? 0n : rounding === 'up' ? bottom - 1n : bottom / 2n;
  return Number((top + extra) / bottom);
};

/** Takes `excludedMinor` off the bases in proportion, never below zero. */
function withoutExcluded(bases: readonly number[], excludedMinor: number): number[] {
  const total = bases.reduce((sum, base) => sum + base, 0);
  if (excludedMinor <= 0 || total === 0) return [...bases];
  const off = allocate(Math.min(excludedMinor, total), bases);
  return bases.map((base, index) => base - (off[index] ?? 0));
}

/**
 * Points earned by each line (n ≥ 0 integers ≥ 0). `excludedMinor` is what was paid with tenders that earn nothing; it
 * is taken off the lines in proportion. The purchase's total is rounded once, by the programme's rule, and given to
 * the lines by largest remainder, so the lines sum exactly to it.
 */
export function earnedPoints(
  earn: Programme['earn'],
  lines: readonly EarningLine[],
  excludedMinor: number,
  tier: Tier,
): number[] {
  if (lines.length === 0) return [];
  const bases = lines.map((line) => Math.max(0, earn.base === 'gross' ? line.grossMinor : line.netMinor));
  const weights = withoutExcluded(bases, excludedMinor).map((baseMinor, index) => {
    const line = lines[index];
    const percent =
      (line?.productId ? earn.productPercent[line.productId] : undefined) ??
      (line?.categoryId ? earn.categoryPercent[line.categoryId] : undefined) ??
      100;
    return baseMinor * percent;
  });
  const weight = weights.reduce((sum, one) => sum + BigInt(one), 0n);
  const top = weight * BigInt(earn.points) * BigInt(earn.tierPercent[tier]);
  const total = divide(top, BigInt(earn.perMinor) * 10_000n, earn.rounding);
  return total === 0 ? lines.map(() => 0) : allocate(total, weights);
}
