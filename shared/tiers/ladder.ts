import { z } from 'zod';
import { TIERS, type Tier } from '../members/profile.ts';

/** What a tier is measured by: money spent in minor units, points earned, or days on which something was bought. */
export const TIER_BASES = ['spend', 'points-earned', 'visits'] as const;
export type TierBasis = (typeof TIER_BASES)[number];

/** The tiers that are reached; everybody begins in the first of TIERS. */
export const REACHED_TIERS = ['silver', 'gold', 'platinum'] as const;
export type ReachedTier = (typeof REACHED_TIERS)[number];

const threshold = z.int().min(1).max(1_000_000_000);

const window = z.discriminatedUnion('kind', [
  /** The last so many months, day by day. */
  z.object({ kind: z.literal('rolling'), months: z.int().min(1).max(60) }),
  z.object({ kind: z.literal('calendar-year') }),
  /** All that ever counted: such a tier does not end. */
  z.object({ kind: z.literal('since-enrolment') }),
]);
export type TierWindow = z.infer<typeof window>;

export const tierLadderSchema = z.object({
  basis: z.enum(TIER_BASES),
  window,
  /** Days after the window's end in which what is missing can still be bought before a tier is lost. */
  graceDays: z.int().min(0).max(366),
  /** What each tier is called in this chain; empty: by its usual name. */
  names: z.record(z.enum(TIERS), z.string().trim().max(16)),
  /**
   * What the basis must come to. A tier without a threshold is given by hand: it is neither reached nor lost by itself.
   * The thresholds rise from tier to tier.
   */
  thresholds: z
    .record(z.enum(REACHED_TIERS), threshold.nullable())
    .refine((all) => rises(REACHED_TIERS.flatMap((tier) => all[tier] ?? [])), 'thresholds-rise'),
  /** Points given on a birthday, by the tier of that day; 0: none. */
  birthdayPoints: z.record(z.enum(TIERS), z.int().min(0).max(1_000_000)),
});
export type TierLadder = z.infer<typeof tierLadderSchema>;

const rises = (steps: readonly number[]): boolean =>
  steps.every((step, index) => index === 0 || step > (steps[index - 1] ?? 0));

/** Tiers are given by hand, and nobody is given anything: what a programme begins with. */
export const NO_LADDER: TierLadder = {
  basis: 'spend',
  window: { kind: 'rolling', months: 12 },
  graceDays: 0,
  names: { member: '', silver: '', gold: '', platinum: '' },
  thresholds: { silver: null, gold: null, platinum: null },
  birthdayPoints: { member: 0, silver: 0, gold: 0, platinum: 0 },
};

/** Whether any tier is reached by itself. */
export const isLadderInUse = ({ thresholds }: TierLadder): boolean =>
  REACHED_TIERS.some((tier) => thresholds[tier] !== null);

export const rankOf = (tier: Tier): number => TIERS.indexOf(tier);

export const isRise = ({ from, to }: { readonly from: Tier; readonly to: Tier }): boolean => rankOf(to) > rankOf(from);

/** What a tier asks for; null where it is given by hand. The first asks for nothing. */
export const thresholdOf = ({ thresholds }: TierLadder, tier: Tier): number | null =>
  tier === 'member' ? 0 : thresholds[tier];

/** The highest tier that a basis value carries. */
export const tierFor = (ladder: TierLadder, basisValue: number): Tier =>
  TIERS.findLast((tier) => {
    const needed = thresholdOf(ladder, tier);
    return needed !== null && needed <= basisValue;
  }) ?? 'member';

/** The lowest tier above this one that is reached by itself, or null at the top. */
export const nextTier = (ladder: TierLadder, tier: Tier): ReachedTier | null =>
  REACHED_TIERS.find((above) => rankOf(above) > rankOf(tier) && ladder.thresholds[above] !== null) ?? null;
