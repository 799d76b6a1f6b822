import { changedSince, newestChange } from '../../../db/changes/changes.queries.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import type { Kind } from '../../../shared/sync/kinds.ts';

/** Enough for the lists of a few tills; an order is 4 MB for a million rows. */
const KEPT = 8;

interface Kept<T> {
  /** The newest change when it was begun. */
  readonly changePk: number;
  readonly value: Promise<T>;
}

/**
 * What was read of a whole list, kept until a fact is recorded that it depends on: the orders of the lists that are
 * looked at, and the columns by which they are sorted. A position in a sorted, filtered list means something only where the whole
 * order is known: by OFFSET each window would sort the million again (0.5 s), and by the key of the last row nobody could
 * drag the scrollbar or press End. So an order is made once, in 0.1 to 0.2 s, and each window is a slice of it.
 */
export class KeptWhileTrue<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #kinds: string;

  /** `kinds`: the facts that the list shows something of. */
  constructor(kinds: readonly Kind[]) {
    this.#kinds = JSON.stringify(kinds);
  }

  /** Whether it is kept and true. */
  knows(db: ReadDb, question: string): boolean {
    const known = this.#kept.get(question);
    return known !== undefined && !changedSince.get(db, { changePk: known.changePk, kinds: this.#kinds });
  }

  /** What answers this question, made by `make` if it is not known or no longer true. */
  of(db: ReadDb, question: string, make: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(question);
    if (known && this.knows(db, question)) return known.value;
    const made: Kept<T> = { changePk: newestChange.get(db, {})?.changePk ?? 0, value: make() };
    // What failed is asked for again.
    made.value.catch(() => this.#kept.get(question) === made && this.#kept.delete(question));
    this.#kept.delete(question);
    this.#kept.set(question, made);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return made.value;
  }
}

/** One for each open store, so that a store that is closed takes what it kept along. */
export function keptWhileTrueOf<T>(kinds: readonly Kind[]): (db: ReadDb) => KeptWhileTrue<T> {
  const kept = new WeakMap<ReadDb, KeptWhileTrue<T>>();
  return (db) => {
    const known = kept.get(db) ?? new KeptWhileTrue<T>(kinds);
    kept.set(db, known);
    return known;
  };
}
