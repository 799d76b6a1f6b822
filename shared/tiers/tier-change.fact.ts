import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { TIERS } from '../members/profile.ts';
import { TIER_BASES } from './ladder.ts';

/**
 * Why a tier is what it is. `reached`: by a sale. `counted`: by what was found in the night, such as an import. `kept`: the
 * window ended and enough was in it. `missed`: it ended and too little was. `returned`: what the tier rested on came back.
 * `taken-over`: given by hand or brought along, and from now on held for a window.
 */
export const TIER_REASONS = ['reached', 'counted', 'kept', 'missed', 'returned', 'taken-over'] as const;
export type TierReason = (typeof TIER_REASONS)[number];

/** A member's tier changed, or was looked at and kept: with everything by which it was decided. */
export const tierChangeFact = z.object({
  id: idOf('tier-change'),
  memberId: idOf('member'),
  from: z.enum(TIERS),
  to: z.enum(TIERS),
  reason: z.enum(TIER_REASONS),
  basis: z.enum(TIER_BASES),
  /** What the basis came to in the window; null where it was not asked. */
  basisValue: z.int().nullable(),
  /** The window that was counted: business dates, both included; from null on: all. */
  countedFrom: z.string().nullable(),
  countedTo: z.string(),
  /** The last day of the window in which `to` is held; null where it does not end. */
  endsOn: z.string().nullable(),
  /** The first day on which it can be lost: the day after the end and the days of grace. Null like `endsOn`. */
  reviewOn: z.string().nullable(),
  /** The version of the programme whose ladder decided. */
  programmeVersion: z.int(),
  /** The sale or return that did it. */
  purchaseId: idOf('purchase').nullable(),
  atMs: z.int(),
  businessDate: z.string(),
});
export type TierChangeFact = z.infer<typeof tierChangeFact>;
