import { hash32 } from './blocking.ts';

const ROW_BITS = 24;
const ROWS = 2 ** ROW_BITS;
const BUCKETS = 256;

/** People by their blocking keys: 8 bytes a key, whatever its length. Equal hashes of unequal keys only cost a comparison. */
export class Blocks {
  readonly #buckets = Array.from({ length: BUCKETS }, () => ({ entries: new Float64Array(64), used: 0 }));

  /** `row` is the number of the person, from 0; at most 16,777,216 people. */
  add(row: number, key: string): void {
    if (row >= ROWS) throw new RangeError('too many people to compare');
    const hash = hash32(key);
    const bucket = this.#buckets[hash % BUCKETS] as { entries: Float64Array; used: number };
    if (bucket.used === bucket.entries.length) {
      const grown = new Float64Array(bucket.used * 2);
      grown.set(bucket.entries);
      bucket.entries = grown;
    }
    // 24 bits of the hash are left beside the bucket's 8; with the row's 24 they fit a double exactly.
    bucket.entries[bucket.used] = (hash >>> 8) * ROWS + row;
    bucket.used += 1;
  }

  /** How many steps `inBuckets` takes. */
  get steps(): number {
    return BUCKETS;
  }

  /** The groups of rows that share a key (two or more), bucket by bucket; each bucket is forgotten when it was given. */
  *inBuckets(): Generator<number[][]> {
    for (const bucket of this.#buckets) {
      yield groupsOf(bucket.entries.subarray(0, bucket.used).toSorted());
      bucket.entries = new Float64Array(0);
      bucket.used = 0;
    }
  }
}

function groupsOf(sorted: Float64Array): number[][] {
  const groups: number[][] = [];
  let start = 0;
  for (let index = 1; index <= sorted.length; index += 1) {
    const hash = Math.floor((sorted[start] as number) / ROWS);
    if (index < sorted.length && Math.floor((sorted[index] as number) / ROWS) === hash) continue;
    if (index - start > 1) groups.push(Array.from(sorted.subarray(start, index), (entry) => entry - hash * ROWS));
    start = index;
  }
  return groups;
}
