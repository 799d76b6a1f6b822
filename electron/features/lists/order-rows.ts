import { setImmediate } from 'node:timers/promises';
import { sortByKey } from '../../../shared/lists/sort-by-key.ts';

/** Some of the rows that match: their keys in the table, ascending, and the integers by which they are sorted. */
export interface Matches {
  readonly pks: ArrayLike<number>;
  readonly keys: ArrayLike<number>;
}

/** The primary keys of a list's rows, ascending by what they are sorted by, and those that have no such thing. */
export interface RowOrder {
  readonly sorted: Int32Array;
  /** They come last, whichever way the list goes. */
  readonly without: Int32Array;
}

/** Rows of a list from `offset` on, in its order. Descending, rows of equal key stand the other way round, too. */
export function rowsOf({ sorted, without }: RowOrder, descending: boolean, offset = 0, limit = Infinity): Int32Array {
  const parts = [sorted, without].map((part, index) => {
    const from = Math.max(0, offset - index * sorted.length);
    const through = Math.min(part.length, offset + limit - index * sorted.length);
    if (through <= from) return part.subarray(0, 0);
    if (!descending) return part.subarray(from, through);
    return part.subarray(part.length - through, part.length - from).toReversed();
  });
  return joined(...(parts as [Int32Array, Int32Array]));
}

/**
 * Reads what matches, slice by slice, and puts it in order. Between slices the till has its turn, so a million rows
 * never keep it waiting longer than one slice of them. Rows of equal key stand by primary key. `none`: the key of rows
 * that have none.
 */
export async function orderByKey(slices: Iterable<Matches>, none?: number): Promise<RowOrder> {
  const { pks, keys, without } = await gather(slices, none);
  await setImmediate();
  return { sorted: sortByKey(pks, keys), without };
}

/** The same by an order that is known: those of `known` that match, and without it the others that do. */
export async function orderAs(
  slices: Iterable<Matches>,
  known: ArrayLike<number> & Iterable<number>,
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
  return { sorted: inOrder.subarray(0, count), without: pks.filter((pk) => wanted[pk] === 1) };
}

interface Gathered {
  readonly pks: Int32Array;
  readonly keys: Float64Array;
  /** Those without a key. */
  readonly without: Int32Array;
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
  const without: number[] = [];
  let at = 0;
  // No iterators here: they would take longer than the database.
  for (const slice of read)
    for (let index = 0; index < slice.pks.length; index += 1) {
      const pk = slice.pks[index] as number;
      const key = slice.keys[index] as number;
      if (key === none) without.push(pk);
      else {
        pks[at] = pk;
        keys[at] = key;
        at += 1;
      }
    }
  return { pks: pks.subarray(0, at), keys: keys.subarray(0, at), without: Int32Array.from(without) };
}

function joined(first: Int32Array, last: Int32Array): Int32Array {
  if (last.length === 0) return first;
  if (first.length === 0) return last;
  const all = new Int32Array(first.length + last.length);
  all.set(first);
  all.set(last, first.length);
  return all;
}
