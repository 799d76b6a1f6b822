/** A copy in ascending order, as `quantile` wants it. */
export const ascending = (values: ArrayLike<number>): Float64Array => Float64Array.from(values).toSorted();

/**
 * The quantile `p` (0 to 1) of values in ascending order, at least one: type 7 of Hyndman and Fan, "Sample Quantiles in
 * Statistical Packages", The American Statistician 50 (1996), which R and spreadsheets use.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new RangeError('quantile: no values');
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return below + (above - below) * (at - Math.floor(at));
}
