import { setImmediate } from 'node:timers/promises';
import { sortByKey } from '../../../shared/lists/sort-by-key.ts';

/** Some of the rows that match: their keys in the table, ascending, and the integers by which they are sorted. */
export interface Matches {
  readonly pks: readonly number[];
  readonly keys: readonly number[];
}

/** The primary keys of a list's rows, in its order. */
export type RowOrder = Int32Array;

interface ByKey {
  readonly descending: boolean;
  /** The key of rows that have none; they come last, whichever way. */
  readonly none?: number;
}

/**
 * Reads what matches, slice by slice, and puts it in order. Between slices the till has its turn, so a million rows
 * never keep it waiting longer than one slice of them. Rows of equal key stand by primary key, the other way round where
 * `descending`.
 */
export async function orderByKey(slices: Iterable<Matches>, { descending, none }: ByKey): Promise<RowOrder> {
  const { pks, keys, last } = await gather(slices, none);
  await setImmediate();
  const sorted = sortByKey(pks, keys);
  return descending ? joined(sorted.toReversed(), last.toReversed()) : joined(sorted, last);
}

/** The same by an order that is known: those of `known` that match, and after them the others that do. */
export async function orderAs(
  slices: Iterable<Matches>,
  known: ArrayLike<number> & Iterable<number>,
  descending: boolean,
): Promise<RowOrder> {
  const { pks } = await gather(slices);
  await setImmediate();
  const wanted = new Uint8Array((pks.at(-1) ?? 0) + 1);
  for (const pk of pks) wanted[pk] = 1;
  const inOrder = new Int32Array(pks.length);
  let count = 0;
  for (const pk of known)
    if (wanted[pk] === 1) {
      wanted[pk] = 0;
      inOrder[count] = pk;
      count += 1;
    }
  const named = inOrder.subarray(0, count);
  return joined(
    descending ? named.toReversed() : named,
    pks.filter((pk) => wanted[pk] === 1),
  );
}

interface Gathered {
  readonly pks: Int32Array;
  readonly keys: Float64Array;
  /** Those without a key. */
  readonly last: Int32Array;
}

async function gather(slices: Iterable<Matches>, none?: number): Promise<Gathered> {
  const read: Matches[] = [];
  for (const slice of slices) {
    read.push(slice);
    await setImmediate();
  }
  const length = read.reduce((sum, slice) => sum + slice.pks.length, 0);
  const pks = new Int32Array(length);
  const keys = new Float64Array(length);
  const last: number[] = [];
  let at = 0;
  // No iterators here: they would take longer than the database.
  for (const slice of read)
    for (let index = 0; index < slice.pks.length; index += 1) {
      const pk = slice.pks[index] as number;
      const key = slice.keys[index] as number;
      if (key === none) last.push(pk);
      else {
        pks[at] = pk;
        keys[at] = key;
        at += 1;
      }
    }
  return { pks: pks.subarray(0, at), keys: keys.subarray(0, at), last: Int32Array.from(last) };
}

function joined(first: Int32Array, last: Int32Array): Int32Array {
  if (last.length === 0) return first;
  const all = new Int32Array(first.length + last.length);
  all.set(first);
  all.set(last, first.length);
  return all;
}
