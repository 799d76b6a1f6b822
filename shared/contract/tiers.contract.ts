import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { TIERS } from '../members/profile.ts';
import { TIER_BASES } from '../tiers/ladder.ts';
import { TIER_REASONS } from '../tiers/tier-change.fact.ts';
import { dateText } from './fields.ts';
import { query } from './procedure.ts';

const memberTier = z.object({
  tier: z.enum(TIERS),
  /** The last word on it; null for a tier that was given by hand or brought along, and for who never had one. */
  last: z
    .object({
      on: dateText,
      reason: z.enum(TIER_REASONS),
      basis: z.enum(TIER_BASES),
      basisValue: z.int().nullable(),
      endsOn: dateText.nullable(),
    })
    .nullable(),
  /** Null where tiers are given by hand. Amounts are in the basis' own unit; see `tierProgress`. */
  progress: z
    .object({
      basis: z.enum(TIER_BASES),
      value: z.int(),
      next: z.object({ tier: z.enum(TIERS), threshold: z.int(), missing: z.int(), by: dateText.nullable() }).nullable(),
      keep: z.object({ threshold: z.int(), value: z.int(), missing: z.int(), by: dateText }).nullable(),
    })
    .nullable(),
});

export const tiersContract = {
  /** A member's tier: since when, why, and what is missing for the next. */
  ofMember: query({
    access: 'member.read',
    input: z.object({ memberId: idOf('member') }),
    output: memberTier,
    refusals: ['member-unknown'],
  }),
};
export type MemberTier = z.infer<typeof memberTier>;
