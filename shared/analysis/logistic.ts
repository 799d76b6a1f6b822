export interface LogisticFit {
  /** The intercept, then one for each column. */
  readonly coefficients: readonly number[];
  /** Their standard errors. */
  readonly errors: readonly number[];
  readonly logLikelihood: number;
  /** False where no more steps were taken though something still moved. */
  readonly converged: boolean;
}

const MOST_STEPS = 100;

/**
 * Which share of the cases has `outcomes` 1, by the columns: the logistic regression, fitted by iteratively reweighted least
 * squares (McCullagh and Nelder, "Generalized Linear Models" (1989), 2.5). `ridge` (≥ 0) holds the coefficients, not the
 * intercept, near 0, so that a column that parts the cases completely does not run away; give columns of like spread
 * then. Throws RangeError where columns depend on each other and there is no ridge.
 */
export function fitLogistic(
  columns: readonly ArrayLike<number>[],
  outcomes: ArrayLike<number>,
  ridge = 0,
): LogisticFit {
  const size = columns.length + 1;
  let coefficients: number[] = Array.from({ length: size }, () => 0);
  let [converged, step] = [false, 0];
  for (; step < MOST_STEPS && !converged; step++) {
    const { gradient, information } = slopes(columns, outcomes, coefficients, ridge);
    const moves = solve(cholesky(information), gradient);
    coefficients = coefficients.map((value, i) => value + (moves[i] as number));
    converged = moves.every((move, i) => Math.abs(move) <= 1e-10 * (1 + Math.abs(coefficients[i] as number)));
  }
  const { information, logLikelihood } = slopes(columns, outcomes, coefficients, ridge);
  const factor = cholesky(information);
  const errors = coefficients.map((_, i) => {
    const unit = coefficients.map((__, j) => (i === j ? 1 : 0));
    return Math.sqrt(solve(factor, unit)[i] as number);
  });
  return { coefficients, errors, logLikelihood, converged };
}

/** The chance of the outcome 1 of each case. */
export function chancesOf(
  coefficients: readonly number[],
  columns: readonly ArrayLike<number>[],
  cases: number,
): Float64Array {
  const chances = new Float64Array(cases);
  for (let i = 0; i < cases; i++) chances[i] = chanceOf(linear(coefficients, columns, i));
  return chances;
}

const chanceOf = (value: number): number => 1 / (1 + Math.exp(-value));

function linear(coefficients: readonly number[], columns: readonly ArrayLike<number>[], i: number): number {
  let value = coefficients[0] as number;
  for (let j = 0; j < columns.length; j++)
    value += (coefficients[j + 1] as number) * ((columns[j] as ArrayLike<number>)[i] as number);
  return value;
}

function slopes(
  columns: readonly ArrayLike<number>[],
  outcomes: ArrayLike<number>,
  coefficients: readonly number[],
  ridge: number,
) {
  const size = coefficients.length;
  const gradient = coefficients.map((value, j) => (j === 0 ? 0 : -ridge * value));
  const information = coefficients.map((_, j) => coefficients.map((__, k) => (j === k && j > 0 ? ridge : 0)));
  const row = new Float64Array(size);
  row[0] = 1;
  let logLikelihood = 0;
  for (let i = 0; i < outcomes.length; i++) {
    for (let j = 1; j < size; j++) row[j] = (columns[j - 1] as ArrayLike<number>)[i] as number;
    const value = linear(coefficients, columns, i);
    const outcome = outcomes[i] as number;
    const chance = chanceOf(value);
    const weight = Math.max(chance * (1 - chance), 1e-12);
    // ln(1 + e^v) without overflow.
    logLikelihood += outcome * value - (Math.max(0, value) + Math.log1p(Math.exp(-Math.abs(value))));
    for (let j = 0; j < size; j++) {
      (gradient[j] as number) += (row[j] as number) * (outcome - chance);
      const line = information[j] as number[];
      for (let k = 0; k <= j; k++) (line[k] as number) += weight * (row[j] as number) * (row[k] as number);
    }
  }
  return { gradient, information, logLikelihood };
}

/** The lower factor of a symmetric matrix of which the lower half is given. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const factor: number[][] = matrix.map((row) => row.map(() => 0));
  for (const [j, line] of factor.entries())
    for (let k = 0; k <= j; k++) {
      const other = factor[k] as number[];
      let value = (matrix[j] as readonly number[])[k] as number;
      for (let i = 0; i < k; i++) value -= (line[i] as number) * (other[i] as number);
      if (j === k && !(value > 1e-12 * ((matrix[j] as readonly number[])[j] as number)))
        throw new RangeError('fitLogistic: a column follows from the others');
      line[k] = j === k ? Math.sqrt(value) : value / (other[k] as number);
    }
  return factor;
}

function solve(factor: readonly (readonly number[])[], right: readonly number[]): number[] {
  const found = [...right];
  const at = (j: number, i: number) => (factor[j] as readonly number[])[i] as number;
  for (let j = 0; j < found.length; j++) {
    for (let i = 0; i < j; i++) (found[j] as number) -= at(j, i) * (found[i] as number);
    (found[j] as number) /= at(j, j);
  }
  for (let j = found.length - 1; j >= 0; j--) {
    for (let i = j + 1; i < found.length; i++) (found[j] as number) -= at(i, j) * (found[i] as number);
    (found[j] as number) /= at(j, j);
  }
  return found;
}
