/** What a comparison needs of one arm's members, each with a figure `y` and the same figure before the campaign, `x`. */
export interface Moments {
  readonly n: number;
  readonly meanX: number;
  readonly meanY: number;
  /** Sums of squares and products about the means, ≥ 0 but for `xy`. */
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

/**
 * Takes up members one by one and keeps six numbers, whatever their count: Welford, "Note on a Method for Calculating
 * Corrected Sums of Squares and Products", Technometrics 4 (1962). Sums of raw squares would lose their digits.
 */
export function makeMoments() {
  const seen = { n: 0, meanX: 0, meanY: 0, xx: 0, yy: 0, xy: 0 };
  return {
    add(x: number, y: number): void {
      seen.n += 1;
      const [fromX, fromY] = [x - seen.meanX, y - seen.meanY];
      seen.meanX += fromX / seen.n;
      seen.meanY += fromY / seen.n;
      seen.xx += fromX * (x - seen.meanX);
      seen.yy += fromY * (y - seen.meanY);
      seen.xy += fromX * (y - seen.meanY);
    },
    moments: (): Moments => ({ ...seen }),
  };
}

/**
 * Those of two groups together: Chan, Golub and LeVeque, "Updating Formulae and a Pairwise Algorithm for Computing Sample
 * Variances", COMPSTAT 1982.
 */
export function together(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  if (a.n === 0 || b.n === 0) return a.n === 0 ? b : a;
  const [apartX, apartY] = [b.meanX - a.meanX, b.meanY - a.meanY];
  const weight = (a.n * b.n) / n;
  return {
    n,
    meanX: a.meanX + (apartX * b.n) / n,
    meanY: a.meanY + (apartY * b.n) / n,
    xx: a.xx + b.xx + weight * apartX ** 2,
    yy: a.yy + b.yy + weight * apartY ** 2,
    xy: a.xy + b.xy + weight * apartX * apartY,
  };
}

export function momentsOf(pairs: Iterable<readonly [x: number, y: number]>): Moments {
  const made = makeMoments();
  for (const [x, y] of pairs) made.add(x, y);
  return made.moments();
}

/** With the denominator n − 1; n ≥ 2. */
export const varianceOf = ({ n, yy }: Moments): number => Math.max(0, yy) / (n - 1);
