/**
 * p-values as they count among their like, in the order of `pValues`: below 0.05 means that of all that are so named on
 * average at most one in twenty is chance. Benjamini and Hochberg, "Controlling the False Discovery Rate: A Practical
 * and Powerful Approach to Multiple Testing", Journal of the Royal Statistical Society B 57 (1995).
 */
export function adjustedPValues(pValues: readonly number[]): number[] {
  const largestFirst = pValues.map((p, index) => ({ p, index })).toSorted((a, b) => b.p - a.p);
  const adjusted = [...pValues];
  let least = 1;
  for (const [at, { p, index }] of largestFirst.entries()) {
    least = Math.min(least, (p * pValues.length) / (pValues.length - at));
    adjusted[index] = least;
  }
  return adjusted;
}
