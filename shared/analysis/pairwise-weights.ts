/** The consistency index of random judgements, by the number of things compared: Saaty, "The Analytic Hierarchy Process" (1980). */
const RANDOM_INDEX = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49] as const;

/** Judgements that contradict each other more than this are not to be used (Saaty). */
export const MOST_INCONSISTENT = 0.1;

export interface PairwiseWeights {
  /** One for each thing compared; they sum to 1. */
  readonly weights: readonly number[];
  readonly lambdaMax: number;
  /** 0 where every judgement follows from the others. */
  readonly consistencyRatio: number;
}

/**
 * The weights that lie behind judgements in pairs: `matrix[i][j]` says how many times as important i is as j (above 0,
 * `matrix[j][i]` its inverse; 1 to 10 things). The principal eigenvector, by power iteration: Saaty, "A Scaling Method for
 * Priorities in Hierarchical Structures", Journal of Mathematical Psychology 15 (1977). Throws RangeError on another shape.
 */
export function pairwiseWeights(matrix: readonly (readonly number[])[]): PairwiseWeights {
  const n = matrix.length;
  const isSquare = matrix.every((row) => row.length === n && row.every((ratio) => ratio > 0 && Number.isFinite(ratio)));
  if (n === 0 || n >= RANDOM_INDEX.length || !isSquare) throw new RangeError('pairwiseWeights: no comparison');
  let weights: number[] = matrix.map(() => 1 / n);
  let lambdaMax = n;
  for (let pass = 0, moved = 1; pass < 1_000 && moved > 1e-14; pass++) {
    const product = matrix.map((row) => row.reduce((sum, ratio, j) => sum + ratio * (weights[j] as number), 0));
    lambdaMax = product.reduce((sum, part) => sum + part, 0);
    const next = product.map((part) => part / lambdaMax);
    moved = Math.max(...next.map((weight, i) => Math.abs(weight - (weights[i] as number))));
    weights = next;
  }
  const randomIndex = RANDOM_INDEX[n] as number;
  // Rounding leaves a trace below 0 where nothing contradicts.
  const consistencyRatio = randomIndex === 0 ? 0 : Math.max(0, (lambdaMax - n) / (n - 1) / randomIndex);
  return { weights, lambdaMax, consistencyRatio };
}

/** The whole matrix of judgements given above its diagonal, row by row: n (n − 1) / 2 ratios. */
export function fromUpperTriangle(n: number, upper: readonly number[]): number[][] {
  if (upper.length !== (n * (n - 1)) / 2) throw new RangeError(`fromUpperTriangle: ${upper.length} for ${n}`);
  const matrix = Array.from({ length: n }, () => Array.from({ length: n }, () => 1));
  let at = 0;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const ratio = upper[at++] as number;
      (matrix[i] as number[])[j] = ratio;
      (matrix[j] as number[])[i] = 1 / ratio;
    }
  return matrix;
}
