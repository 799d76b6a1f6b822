import type { ItemSets } from './item-sets.ts';

/** Whoever buys `given` buys `also`, too. */
export interface Rule {
  readonly given: readonly number[];
  readonly also: number;
  /** Baskets with all of it. */
  readonly count: number;
  /** Their share of all baskets. */
  readonly support: number;
  /** Their share of the baskets with `given`. */
  readonly confidence: number;
  /** How many times as often as if the one had nothing to do with the other. */
  readonly lift: number;
  /** By how much more of all baskets than that. */
  readonly leverage: number;
  /** Of the fourfold table, with one degree of freedom: above 3.84 it is no accident, by the usual measure. */
  readonly chiSquared: number;
}

/**
 * The rules with one consequent that lie in frequent sets, the highest lift first, of equal ones the surest: Agrawal, Imielinski and Swami, "Mining
 * Association Rules", SIGMOD 1993. `sets` must hold every part of a set that it holds, as `frequentSets` gives them uncut.
 */
export function rulesIn({ baskets, sets }: ItemSets, leastConfidence: number): Rule[] {
  const counts = new Map(sets.map(({ items, count }) => [items.join(' '), count]));
  const rules: Rule[] = [];
  for (const { items, count } of sets) {
    if (items.length < 2) continue;
    for (const also of items) {
      const given = items.filter((item) => item !== also);
      const ofGiven = counts.get(given.join(' '));
      const ofAlso = counts.get(String(also));
      if (ofGiven === undefined || ofAlso === undefined || count < leastConfidence * ofGiven) continue;
      rules.push({ given, also, count, ...measures(baskets, ofGiven, ofAlso, count) });
    }
  }
  return rules.toSorted((a, b) => b.lift - a.lift || b.confidence - a.confidence || b.count - a.count);
}

function measures(n: number, ofGiven: number, ofAlso: number, both: number) {
  const expected = (ofGiven * ofAlso) / n;
  const spread = (expected * (n - ofGiven) * (n - ofAlso)) / n ** 2;
  return {
    support: both / n,
    confidence: both / ofGiven,
    lift: both / expected,
    leverage: (both - expected) / n,
    chiSquared: spread > 0 ? (both - expected) ** 2 / spread : 0,
  };
}
