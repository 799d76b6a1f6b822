import { allocate } from '../kernel/allocate.ts';
import type { Tier } from '../members/profile.ts';
import type { Programme } from './programme.ts';

export interface EarningLine {
  readonly productId: string | null;
  readonly categoryId: string | null;
  readonly grossMinor: number;
  readonly netMinor: number;
}

type Rounding = Programme['earn']['rounding'];

/** `top ÷ bottom` (both ≥ 0, bottom > 0), rounded by a programme’s rule. */
export function divide(top: bigint, bottom: bigint, rounding: Rounding): number {
  const extra = rounding === 'down' ? 0n : rounding === 'up' ? bottom - 1n : bottom / 2n;
  return Number((top + extra) / bottom);
}

/** `base × factor ÷ bottom` (all ≥ 0, bottom > 0), rounded by a programme’s rule. */
function scaled(base: number, factor: number, bottom: number, rounding: Rounding): number {
  const top = base * factor;
  // Below this, floor(a ÷ b) on doubles is that of the integers.
  if (top + bottom >= 2 ** 51) return divide(BigInt(base) * BigInt(factor), BigInt(bottom), rounding);
  const extra = rounding === 'down' ? 0 : rounding === 'up' ? bottom - 1 : Math.floor(bottom / 2);
  return Math.floor((top + extra) / bottom);
}

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
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const total = scaled(weight, earn.points * earn.tierPercent[tier], earn.perMinor * 10_000, earn.rounding);
  return total === 0 ? lines.map(() => 0) : allocate(total, weights);
}
