export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
}

const MOST_STEPS = 4_000;

/**
 * The point near `start` where `f` is least, without derivatives: Nelder and Mead, "A Simplex Method for Function
 * Minimization", The Computer Journal 7 (1965); begun anew at what it found until that gains nothing, since a simplex may
 * fold before it is there. What is no number counts as infinitely bad.
 */
export function nelderMead(f: (at: readonly number[]) => number, start: readonly number[], tolerance = 1e-10): Minimum {
  let found = descend(f, start, tolerance);
  for (let again = 0; again < 5; again++) {
    const next = descend(f, found.at, tolerance);
    const gain = found.value - next.value;
    found = next.value < found.value ? next : found;
    if (!(gain > tolerance * (1 + Math.abs(found.value)))) break;
  }
  return found;
}

function descend(f: (at: readonly number[]) => number, start: readonly number[], tolerance: number): Minimum {
  const measured = (at: readonly number[]): Minimum => {
    const value = f(at);
    return { at, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const simplex = [start, ...start.map((_, i) => start.map((x, j) => (i === j ? x + 0.5 : x)))].map(measured);
  const n = start.length;
  for (let step = 0; step < MOST_STEPS; step++) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, worst, second] = [simplex[0], simplex[n], simplex[n - 1]] as [Minimum, Minimum, Minimum];
    const width = Math.max(...start.map((_, i) => Math.abs((worst.at[i] as number) - (best.at[i] as number))));
    if (worst.value - best.value <= tolerance * (1 + Math.abs(best.value)) && width < 1e-6) break;
    const middle = start.map((_, i) => simplex.slice(0, n).reduce((sum, { at }) => sum + (at[i] as number), 0) / n);
    const along = (by: number) => measured(middle.map((m, i) => m + by * ((worst.at[i] as number) - m)));
    const reflected = along(-1);
    if (reflected.value < best.value) {
      const further = along(-2);
      simplex[n] = further.value < reflected.value ? further : reflected;
    } else if (reflected.value < second.value) simplex[n] = reflected;
    else {
      const nearer = along(reflected.value < worst.value ? -0.5 : 0.5);
      if (nearer.value < Math.min(reflected.value, worst.value)) simplex[n] = nearer;
      else
        for (let i = 1; i <= n; i++)
          simplex[i] = measured(best.at.map((x, j) => (x + ((simplex[i] as Minimum).at[j] as number)) / 2));
    }
  }
  return simplex.reduce((best, each) => (each.value < best.value ? each : best));
}
