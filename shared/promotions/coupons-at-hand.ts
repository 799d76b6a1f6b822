import type { Id } from '../kernel/id.ts';

/** The coupons of a visit, as offers see them. */
export interface CouponsAtHand {
  /** The kinds that the customer presents and that are taken; what is left of the money each may cost, null: no limit. */
  readonly presented: ReadonlyMap<Id<'coupon-kind'>, { readonly budgetLeftMinor: number | null }>;
  /** How many of a kind can still be given to this customer; 'no-member' where it takes a member. None named: none. */
  readonly toGive: ReadonlyMap<Id<'coupon-kind'>, number | 'no-member'>;
}

export const NO_COUPONS: CouponsAtHand = { presented: new Map(), toGive: new Map() };
