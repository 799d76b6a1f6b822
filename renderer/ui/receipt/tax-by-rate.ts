import type { PricedLineView } from '../../../shared/contract/purchases.contract.ts';

/** The tax inside the lines by its rate, lowest first; a rate of zero is not mentioned. */
export function taxByRate(
  lines: readonly Pick<PricedLineView, 'taxRateBp' | 'taxMinor'>[],
): { taxRateBp: number; taxMinor: number }[] {
  const sums = new Map<number, number>();
  for (const { taxRateBp, taxMinor } of lines) sums.set(taxRateBp, (sums.get(taxRateBp) ?? 0) + taxMinor);
  return [...sums]
    .filter(([taxRateBp]) => taxRateBp > 0)
    .map(([taxRateBp, taxMinor]) => ({ taxRateBp, taxMinor }))
    .toSorted((a, b) => a.taxRateBp - b.taxRateBp);
}
