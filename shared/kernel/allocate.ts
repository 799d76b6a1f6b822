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
  const sum = weights.reduce((acc, weight) => acc + BigInt(weight), 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0));

  const sign = total < 0 ? -1 : 1;
  const magnitude = BigInt(Math.abs(total));
  const exact = weights.map((weight, index) => {
    const scaled = magnitude * BigInt(weight);
    return { index, share: Number(scaled / sum), remainder: scaled % sum };
  });
  let left = Number(magnitude) - exact.reduce((acc, part) => acc + part.share, 0);
  const shares = exact.map((part) => part.share);
  const byRemainder = exact.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder) {
    if (left === 0) break;
    shares[part.index] = part.share + 1;
    left -= 1;
  }
  return shares.map((share) => (share === 0 ? 0 : share * sign));
}
