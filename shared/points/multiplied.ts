import { allocate } from '../kernel/allocate.ts';
import { divide } from './earn.ts';
import type { Programme } from './programme.ts';

/** Weights that are too large to be summed are made smaller alike; shares then differ by less than rounding does. */
function asWeights(products: readonly bigint[]): number[] {
  const most = products.reduce((max, one) => (one > max ? one : max), 0n);
  const scale = most / 2n ** 40n + 1n;
  return products.map((one) => Number(one / scale));
}

/** `total` over `products` (n ≥ 1), by largest remainder. */
export const spreadOver = (total: number, products: readonly bigint[]): number[] =>
  allocate(total, asWeights(products));

/**
 * The points that lines earn on top where each earns so many percent of its ordinary ones (`percents` ≥ 100). The sum is
 * rounded once by the programme's rule and given to the lines by largest remainder.
 */
export function pointsOnTop(
  ordinary: readonly number[],
  percents: readonly number[],
  rounding: Programme['earn']['rounding'],
): number[] {
  const hundredths = ordinary.map((points, line) => BigInt(points) * BigInt((percents[line] ?? 100) - 100));
  const sum = hundredths.reduce((all, one) => all + one, 0n);
  return sum === 0n ? ordinary.map(() => 0) : spreadOver(divide(sum, 100n, rounding), hundredths);
}
