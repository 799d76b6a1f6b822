import { allocate } from '../kernel/allocate.ts';
import type { Off } from './terms.ts';

/** `amountMinor` (at most what is left) off the lines at `indexes`, in proportion to what they still cost. */
export function spread(amountMinor: number, indexes: readonly number[], left: readonly number[], times = 1): Off {
  const shares = allocate(
    amountMinor,
    indexes.map((index) => left[index] ?? 0),
  );
  const perLine = left.map(() => 0);
  for (const [at, index] of indexes.entries()) perLine[index] = shares[at] ?? 0;
  return { perLine, times };
}

/** Several amounts, each off its line; null where all are 0. */
export function offLines(
  amounts: readonly { readonly line: number; readonly amountMinor: number }[],
  left: readonly number[],
  times: number,
): Off | null {
  const perLine = left.map(() => 0);
  for (const { line, amountMinor } of amounts) perLine[line] = (perLine[line] ?? 0) + amountMinor;
  return perLine.some((amountMinor) => amountMinor > 0) ? { perLine, times } : null;
}
