import type { Fields, ImportTarget } from './field.ts';
import { cardsTarget } from './targets/cards.ts';
import { membersTarget } from './targets/members.ts';
import { pointsTarget } from './targets/points.ts';
import { productsTarget } from './targets/products.ts';
import { purchasesTarget } from './targets/purchases.ts';

export const TARGETS = ['members', 'products', 'purchases', 'points', 'cards'] as const;
export type Target = (typeof TARGETS)[number];

/** What can be imported. */
export const targetOf = (target: Target): ImportTarget<Fields> => BY_NAME[target] as ImportTarget<Fields>;

const BY_NAME = {
  members: membersTarget,
  products: productsTarget,
  purchases: purchasesTarget,
  points: pointsTarget,
  cards: cardsTarget,
} as const;

/** The names of a target's fields. */
export type FieldOf<T extends Target> = keyof (typeof BY_NAME)[T]['fields'] & string;

/** Words for every field of every target. */
export type FieldWords = {
  readonly [T in Target]: { readonly [F in FieldOf<T>]: { readonly name: string; readonly help: string } };
};
