const MOST_TERMS = 200_000;

/**
 * Gauss's hypergeometric function ₂F₁(a, b; c; z) for 0 ≤ z < 1 (Abramowitz and Stegun 15.1.1), by its series; where that
 * would be slow because c − a − b < 0, by Euler's transformation (15.3.3). Throws RangeError elsewhere.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  if (!(z >= 0 && z < 1)) throw new RangeError(`hypergeometric: z = ${z}`);
  const surplus = c - a - b;
  return surplus < 0 ? (1 - z) ** surplus * series(c - a, c - b, c, z) : series(a, b, c, z);
}

function series(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 0; k < MOST_TERMS; k++) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    sum += term;
    if (Math.abs(term) <= 1e-16 * Math.abs(sum) && k > Math.abs(c)) break;
  }
  return sum;
}
