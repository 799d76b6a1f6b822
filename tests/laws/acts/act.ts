import * as fc from 'fast-check';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Outcome } from '../../../shared/kernel/outcome.ts';
import type { Shop } from '../../fixtures/shop.ts';

/** Where a random day stands: the store, and who and what is known in it. */
export interface Day {
  readonly shop: Shop;
  readonly members: Id<'member'>[];
  readonly products: Id<'product'>[];
  readonly sales: Id<'purchase'>[];
  readonly documents: Id<'stock-document'>[];
  readonly requests: Id<'product-request'>[];
  readonly merges: Id<'merge'>[];
  programmeVersion: number;
}

/** What came of an act, and how it can be asked for again. */
export interface Attempt {
  readonly outcome: Outcome<unknown>;
  /** The same id with the same content. */
  readonly again?: () => Outcome<unknown>;
  /** The same id with other content. */
  readonly altered?: readonly (() => Outcome<unknown>)[];
  /** What must read the same ever after. */
  readonly kept?: () => unknown;
}
export interface RandomAct {
  readonly name: string;
  readonly run: (day: Day) => Attempt;
}

export const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)];
export const done: Attempt = { outcome: { ok: true, value: null } };
export const nat = fc.nat(1000);

export const act = <T>(
  name: string,
  given: fc.Arbitrary<T>,
  run: (day: Day, given: T) => Attempt,
): fc.Arbitrary<RandomAct> =>
  given.map((it) => ({ name: `${name} ${JSON.stringify(it)}`, run: (day) => run(day, it) }));
