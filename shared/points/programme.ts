import { z } from 'zod';
import { TIERS, type Tier } from '../members/profile.ts';
import { NO_LADDER, tierLadderSchema } from '../tiers/ladder.ts';

/**
 * A points programme: how points are earned, what they are worth, when they end. Each version is immutable; a purchase
 * keeps the version it was made under, and its return is reckoned with that one.
 */
const multiplierPercent = z.int().min(0).max(10_000);

export const programmeSchema = z.object({
  version: z.int().min(1),
  earn: z.object({
    /** `points` for every full or partial `perMinor` of the base, before rounding. */
    points: z.int().min(0).max(1_000_000),
    perMinor: z.int().min(1).max(1_000_000_000),
    /** What is spent: before or after discounts. */
    base: z.enum(['gross', 'net']),
    /** Whether the part that redeemed points pay earns again. */
    pointsPaidEarns: z.boolean(),
    /** Tenders whose part of the purchase earns nothing, such as gift cards. */
    tendersWithoutEarning: z.array(z.string()),
    rounding: z.enum(['down', 'half-up', 'up']),
    /** 150 earns half as much again; 0 excludes. A product's rate goes before its category's. */
    categoryPercent: z.record(z.string(), multiplierPercent),
    productPercent: z.record(z.string(), multiplierPercent),
    tierPercent: z.record(z.enum(TIERS), multiplierPercent),
    /** Days until earned points can be spent; 0: at once. */
    pendingDays: z.int().min(0).max(365),
  }),
  redeem: z.object({
    /** `stepPoints` pay `stepMinor`; only whole steps are redeemed. */
    stepPoints: z.int().min(1).max(1_000_000),
    stepMinor: z.int().min(1).max(1_000_000_000),
    /** The most of a basket that points may pay, in percent. */
    maxPercentOfBasket: z.int().min(0).max(100),
  }),
  expiry: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('never') }),
    /** At the end of the day `months` after the day of earning. */
    z.object({ kind: z.literal('months-after-earning'), months: z.int().min(1).max(120) }),
    /** At the end of the month that lies `months` after the month of earning (0: the same). */
    z.object({ kind: z.literal('end-of-month'), months: z.int().min(0).max(120) }),
    /** At the end of the quarter that lies `quarters` after the quarter of earning (0: the same). */
    z.object({ kind: z.literal('end-of-quarter'), quarters: z.int().min(0).max(40) }),
    /** At the end of the year that lies `years` after the year of earning (0: the same). */
    z.object({ kind: z.literal('end-of-year'), years: z.int().min(0).max(10) }),
    z.object({ kind: z.literal('fixed-date'), lastDate: z.iso.date() }),
  ]),
  /** How tiers are reached and kept, and what is given on a birthday. Versions from before there was one have none. */
  tiers: tierLadderSchema.default(NO_LADDER),
});
export type Programme = z.infer<typeof programmeSchema>;
export type ExpiryPolicy = Programme['expiry'];

/** One point a yuan, 100 points are worth one yuan, twelve months: what a new store starts with. */
export const FIRST_PROGRAMME: Programme = {
  version: 1,
  earn: {
    points: 1,
    perMinor: 100,
    base: 'net',
    pointsPaidEarns: false,
    tendersWithoutEarning: ['gift-card'],
    rounding: 'down',
    categoryPercent: {},
    productPercent: {},
    tierPercent: { member: 100, silver: 100, gold: 100, platinum: 100 } satisfies Record<Tier, number>,
    pendingDays: 0,
  },
  redeem: { stepPoints: 100, stepMinor: 100, maxPercentOfBasket: 100 },
  expiry: { kind: 'months-after-earning', months: 12 },
  tiers: NO_LADDER,
};
