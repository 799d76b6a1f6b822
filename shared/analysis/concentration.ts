import { ascending } from './quantile.ts';

export interface Concentration {
  readonly members: number;
  /** Of those who brought more than went back to them. */
  readonly total: number;
  /** Members to whom more went back than they brought: they count as 0 in the curve. */
  readonly negative: { readonly members: number; readonly total: number };
  /** 0 where all brought the same, towards 1 the fewer brought all of it. */
  readonly gini: number;
  /** The fewest members who together made the share of the total. */
  readonly makers: number;
  /** What they made. */
  readonly made: number;
  /** `shares[i]`: which share of the total the best i / (length − 1) of the members made. */
  readonly shares: readonly number[];
}

/**
 * How a sum is spread over members: Lorenz, "Methods of Measuring the Concentration of Wealth" (1905), from the best member
 * on; Gini = 2 Σ i·x / (n Σ x) − (n + 1) / n over the members from the least to the most. Null where nobody brought anything.
 */
export function concentration(values: ArrayLike<number>, share = 0.8, steps = 100): Concentration | null {
  const sorted = ascending(values);
  const n = sorted.length;
  const negative = { members: 0, total: 0 };
  for (let i = 0; i < n && (sorted[i] as number) < 0; i++) {
    negative.members++;
    negative.total += sorted[i] as number;
    sorted[i] = 0;
  }
  let total = 0;
  let ranked = 0;
  for (let i = 0; i < n; i++) {
    total += sorted[i] as number;
    ranked += (i + 1) * (sorted[i] as number);
  }
  if (!(total > 0)) return null;
  const shares = [0];
  let makers = 0;
  let made = 0;
  let sum = 0;
  for (let i = 1; i <= n; i++) {
    sum += sorted[n - i] as number;
    if (made < share * total) {
      makers = i;
      made = sum;
    }
    // The curve is read at equal steps of the members, however many there are.
    while (shares.length <= steps && i >= (shares.length * n) / steps) shares.push(sum / total);
  }
  return { members: n, total, negative, gini: (2 * ranked) / (n * total) - (n + 1) / n, makers, made, shares };
}
