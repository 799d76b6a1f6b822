import { changedSince, newestChange } from '../../../db/changes/changes.queries.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import type { Kind } from '../../../shared/sync/kinds.ts';

/** Enough for the lists of a few tills; each is 4 MB for a million rows. */
const KEPT = 8;

interface Kept<O> {
  /** The newest change when it was begun. */
  readonly changePk: number;
  readonly order: Promise<O>;
}

/**
 * The orders of the lists that are looked at. A position in a sorted, filtered list means something only where the whole
 * order is known: by OFFSET each window would sort the million again (0.5 s), and by the key of the last row nobody could
 * drag the scrollbar or press End. So an order is made once, in 0.1 to 0.2 s, and each window is a slice of it, until a
 * fact is recorded that the list depends on.
 */
export class KeptOrders<O> {
  readonly #kept = new Map<string, Kept<O>>();
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

  /** The order of this question, made by `make` if it is not known or no longer true. */
  of(db: ReadDb, question: string, make: () => Promise<O>): Promise<O> {
    const known = this.#kept.get(question);
    if (known && this.knows(db, question)) return known.order;
    const made: Kept<O> = { changePk: newestChange.get(db, {})?.changePk ?? 0, order: make() };
    // What failed is asked for again.
    made.order.catch(() => this.#kept.get(question) === made && this.#kept.delete(question));
    this.#kept.delete(question);
    this.#kept.set(question, made);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return made.order;
  }
}

/** One for each open store, so that a store that is closed takes its orders along. */
export function keptOrdersOf<O>(kinds: readonly Kind[]): (db: ReadDb) => KeptOrders<O> {
  const orders = new WeakMap<ReadDb, KeptOrders<O>>();
  return (db) => {
    const known = orders.get(db) ?? new KeptOrders<O>(kinds);
    orders.set(db, known);
    return known;
  };
}
