import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { actionSchema } from './actions.ts';
import { conditionSchema } from './conditions.ts';

const mostMinor = z.int().min(0).max(1_000_000_000).nullable();
const mostTimes = z.int().min(0).max(1_000_000_000).nullable();

/** What an offer gives, and when. */
export const offerTermsSchema = z.object({
  name: z.string().trim().min(1).max(60),
  action: actionSchema,
  /** All must hold. */
  conditions: z.array(conditionSchema).max(12),
  /** Of the offers of one group at most one applies. */
  group: z.string().trim().min(1).max(40).nullable(),
  /** The higher has its turn first. */
  priority: z.int().min(0).max(1000),
  /** The most that it takes off a whole basket, and off each line. */
  caps: z.object({ basketMinor: mostMinor, lineMinor: mostMinor }),
  /** In how many purchases a member, and everybody together, has it; and what it may cost altogether. */
  limits: z.object({ perMember: mostTimes, total: mostTimes, budgetMinor: mostMinor }),
});
export type OfferTerms = z.infer<typeof offerTermsSchema>;

/** An offer in one of its versions. Each is immutable; a purchase keeps the versions it was made under. */
export const offerSchema = offerTermsSchema.extend({ id: idOf('offer'), version: z.int().min(1) });
export type Offer = z.infer<typeof offerSchema>;

/** How much of an offer was had before, purchases that were voided or came back whole taken off. */
export interface OfferCount {
  /** Purchases of this member. */
  readonly byMember: number;
  /** Purchases of everybody. */
  readonly byAll: number;
  readonly givenMinor: number;
}

/** What the chain lets all offers together take off, in percent of what the goods cost before them. */
export interface StackingPolicy {
  readonly mostPercentOfLine: number;
  readonly mostPercentOfBasket: number;
}

export const NO_STACKING_CAP: StackingPolicy = { mostPercentOfLine: 100, mostPercentOfBasket: 100 };
