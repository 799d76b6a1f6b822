/** Things that were bought together, in ascending order, and in how many baskets. */
export interface ItemSet {
  readonly items: readonly number[];
  readonly count: number;
}

export interface ItemSets {
  readonly baskets: number;
  readonly sets: readonly ItemSet[];
  /** True where there were more than were asked for. */
  readonly isCut: boolean;
}

export interface SetTerms {
  /** In so many baskets at least (≥ 1). */
  readonly leastCount: number;
  readonly mostItems?: number;
  readonly mostSets?: number;
}

/**
 * What is bought together often enough: Eclat over bitmaps, one bit a basket (Zaki, "Scalable Algorithms for Association
 * Mining", IEEE Transactions on Knowledge and Data Engineering 12 (2000)). Items are integers from 0; the same one twice in
 * a basket counts once.
 */
export function frequentSets(baskets: readonly (readonly number[])[], terms: SetTerms): ItemSets {
  const { leastCount, mostItems = 4, mostSets = 100_000 } = terms;
  const words = Math.ceil(baskets.length / 32);
  const bitmaps = new Map<number, Uint32Array>();
  for (const [at, items] of baskets.entries())
    for (const item of items) {
      const bitmap = bitmaps.get(item) ?? new Uint32Array(words);
      bitmaps.set(item, bitmap);
      (bitmap[at >>> 5] as number) |= 1 << (at & 31);
    }
  const frequent = [...bitmaps]
    .map(([item, bitmap]) => ({ item, bitmap, count: bitsIn(bitmap) }))
    .filter(({ count }) => count >= leastCount)
    .toSorted((a, b) => a.item - b.item);
  const sets: ItemSet[] = [];
  let isCut = false;
  const grow = (before: readonly number[], candidates: typeof frequent): void => {
    for (const [index, { item, bitmap, count }] of candidates.entries()) {
      if (sets.length >= mostSets) {
        isCut = true;
        return;
      }
      const items = [...before, item];
      sets.push({ items, count });
      if (items.length === mostItems) continue;
      const further: typeof frequent = [];
      for (const other of candidates.slice(index + 1)) {
        const both = new Uint32Array(words);
        for (let w = 0; w < words; w++) both[w] = (bitmap[w] as number) & (other.bitmap[w] as number);
        const together = bitsIn(both);
        if (together >= leastCount) further.push({ item: other.item, bitmap: both, count: together });
      }
      grow(items, further);
    }
  };
  grow([], frequent);
  return { baskets: baskets.length, sets, isCut };
}

/** Ones in a bitmap, by the sideways addition of Knuth 7.1.3. */
function bitsIn(bitmap: Uint32Array): number {
  let count = 0;
  for (let w = 0; w < bitmap.length; w++) {
    let v = bitmap[w] as number;
    v -= (v >>> 1) & 0x55555555;
    v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
    count += (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}
