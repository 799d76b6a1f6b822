/** What one member, or several alike, did since the first purchase, in one unit of time throughout (weeks, say). */
export interface BuyerHistory {
  /** Days with a purchase after the first one. */
  readonly repeats: number;
  /** From the first purchase to the last one; 0 without repeats. */
  readonly lastAt: number;
  /** From the first purchase to today. */
  readonly age: number;
}

/** Histories that are the same, told once. */
export interface CountedHistory extends BuyerHistory {
  readonly members: number;
}

/** Each different history with its number of members: a model is fitted to some thousands, not to millions. */
export function countHistories(histories: Iterable<BuyerHistory>): CountedHistory[] {
  const counted = new Map<string, BuyerHistory & { members: number }>();
  for (const { repeats, lastAt, age } of histories) {
    const key = `${repeats} ${lastAt} ${age}`;
    const known = counted.get(key);
    if (known) known.members++;
    else counted.set(key, { repeats, lastAt, age, members: 1 });
  }
  return [...counted.values()];
}
