import type { CustomField } from '../members/custom-fields.ts';
import type { Fields, ImportTarget } from './field.ts';
import { cardsTarget } from './targets/cards.ts';
import { membersTarget } from './targets/members.ts';
import { ownImportFields } from './targets/own-fields.ts';
import { pointsTarget } from './targets/points.ts';
import { productsTarget } from './targets/products.ts';
import { purchasesTarget } from './targets/purchases.ts';

export const TARGETS = ['members', 'products', 'purchases', 'points', 'cards'] as const;
export type Target = (typeof TARGETS)[number];

/** What can be imported. Of members also the fields that the store defined. */
export function targetOf(target: Target, own: readonly CustomField[] = []): ImportTarget<Fields> {
  const known = BY_NAME[target] as ImportTarget<Fields>;
  return target === 'members' && own.length > 0
    ? { ...known, fields: { ...known.fields, ...ownImportFields(own) } }
    : known;
}

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
