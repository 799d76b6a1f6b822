import { TIERS, type Tier } from '../../../../shared/members/profile.ts';
import { earnedPoints } from '../../../../shared/points/earn.ts';
import { isWorthEarning, lotTerms } from '../../../../shared/points/expiry.ts';
import { maxRedeemable } from '../../../../shared/points/redeem.ts';
import { NO_LADDER } from '../../../../shared/tiers/ladder.ts';
import type { PointsTerms } from './programme-draft.ts';

/** The basket of the example, in minor units. */
export const EXAMPLE_MINOR = 12_850;

export interface ProgrammeExample {
  readonly earned: number;
  /** Tiers that earn otherwise than a plain member. */
  readonly tiers: readonly { readonly tier: Tier; readonly points: number }[];
  readonly usePoints: number;
  readonly payMinor: number;
  /** Null: never. */
  readonly lastGoodMs: number | null;
  readonly ended: boolean;
  /** Null: at once. */
  readonly usableFromMs: number | null;
}

/** What the terms come to for one basket today, by the same functions that decide a sale. */
export function exampleOf({ earn, redeem, expiry }: PointsTerms, nowMs: number, zone: string): ProgrammeExample {
  const line = { productId: null, categoryId: null, grossMinor: EXAMPLE_MINOR, netMinor: EXAMPLE_MINOR };
  const earnedBy = (tier: Tier) => earnedPoints(earn, [line], 0, tier)[0] ?? 0;
  const programme = { version: 1, earn, redeem, expiry, tiers: NO_LADDER };
  const { availableAtMs, expiresAtMs } = lotTerms(programme, nowMs, zone);
  const ended = !isWorthEarning(programme, nowMs, zone);
  const earned = ended ? 0 : earnedBy('member');
  const usePoints = maxRedeemable(redeem, EXAMPLE_MINOR, Number.MAX_SAFE_INTEGER);
  return {
    earned,
    tiers: ended
      ? []
      : TIERS.map((tier) => ({ tier, points: earnedBy(tier) })).filter(({ points }) => points !== earned),
    usePoints,
    payMinor: (usePoints / redeem.stepPoints) * redeem.stepMinor,
    lastGoodMs: expiresAtMs === null ? null : expiresAtMs - 1,
    ended,
    usableFromMs: earn.pendingDays === 0 ? null : availableAtMs,
  };
}
