/**
 * Splits `total` (integer, any sign) over `weights` (n ≥ 1, each ≥ 0). Returns n integers that sum exactly to the
 * total; ties favour earlier lines; where all weights are 0 the first line takes all. Throws RangeError on an empty
 * list or a bad number. Largest remainder method (Hamilton).
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) throw new RangeError('allocate: no weights');
  if (!Number.isSafeInteger(total)) throw new RangeError(`allocate: ${total} is not a safe integer`);
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))
    throw new RangeError('allocate: bad weight');
  const sum = weights.reduce((acc, weight) => acc + weight, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? total : 0));

  const sign = total < 0 ? -1 : 1;
  const magnitude = Math.abs(total);
  // Below this, floor(a ÷ b) on doubles is that of the integers: a whole number is further away than they round.
  const isShort = magnitude * sum < 2 ** 51;
  const { shares, remainders } = isShort ? inNumbers(magnitude, weights, sum) : inBigInts(magnitude, weights);
  let left = magnitude - shares.reduce((acc, share) => acc + share, 0);
  if (left > 0)
    for (const index of byRemainder(remainders)) {
      if (left === 0) break;
      shares[index] = (shares[index] as number) + 1;
      left -= 1;
    }
  return shares.map((share) => (share === 0 ? 0 : share * sign));
}

interface Parts {
  readonly shares: number[];
  readonly remainders: readonly (number | bigint)[];
}

/** The indexes, largest remainder first; earlier ones first where they tie. */
const byRemainder = (remainders: Parts['remainders']): number[] =>
  [...remainders.keys()].toSorted((a, b) => {
    const one = remainders[a] as number | bigint;
    const other = remainders[b] as number | bigint;
    return one === other ? a - b : one > other ? -1 : 1;
  });

function inNumbers(magnitude: number, weights: readonly number[], sum: number): Parts {
  const shares = weights.map((weight) => Math.floor((magnitude * weight) / sum));
  return { shares, remainders: weights.map((weight, index) => magnitude * weight - (shares[index] as number) * sum) };
}

function inBigInts(magnitude: number, weights: readonly number[]): Parts {
  const sum = weights.reduce((acc, weight) => acc + BigInt(weight), 0n);
  const scaled = weights.map((weight) => BigInt(magnitude) * BigInt(weight));
  return { shares: scaled.map((top) => Number(top / sum)), remainders: scaled.map((top) => top % sum) };
}
