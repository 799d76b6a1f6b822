import type { Id } from '../kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../kernel/outcome.ts';
import type { MemberStatus } from '../members/profile.ts';

/** A lot as far as this store holds it. */
export interface HeldLot {
  readonly lotId: Id<'lot'>;
  readonly heldPoints: number;
  readonly earnedAtMs: number;
  readonly availableAtMs: number;
  readonly expiresAtMs: number | null;
}

export interface RedemptionSnapshot {
  readonly memberStatus: MemberStatus;
  readonly lots: readonly HeldLot[];
}

export interface LotTake {
  readonly lotId: Id<'lot'>;
  readonly points: number;
}

export const isSpendable = (lot: HeldLot, nowMs: number): boolean =>
  lot.heldPoints > 0 && lot.availableAtMs <= nowMs && (lot.expiresAtMs === null || nowMs < lot.expiresAtMs);

export const availablePoints = (lots: readonly HeldLot[], nowMs: number): number =>
  lots.reduce((sum, lot) => sum + (isSpendable(lot, nowMs) ? lot.heldPoints : 0), 0);

export const pendingPoints = (lots: readonly HeldLot[], nowMs: number): number =>
  lots.reduce(
    (sum, lot) =>
      sum + (lot.availableAtMs > nowMs && (lot.expiresAtMs === null || nowMs < lot.expiresAtMs) ? lot.heldPoints : 0),
    0,
  );

/** Earliest expiry first, lots that never expire last; then the oldest, then by id so that every till agrees. */
const spendOrder = (a: HeldLot, b: HeldLot): number =>
  (a.expiresAtMs ?? Number.POSITIVE_INFINITY) - (b.expiresAtMs ?? Number.POSITIVE_INFINITY) ||
  a.earnedAtMs - b.earnedAtMs ||
  (a.lotId < b.lotId ? -1 : 1);

/** So many lots are taken from in one act at most, that the act stays within one transaction of the change log. */
const MOST_LOTS_AT_ONCE = 400;

/** The lots that one act can spend now, in the order of spending. */
const spendableLots = (lots: readonly HeldLot[], nowMs: number): HeldLot[] =>
  lots
    .filter((lot) => isSpendable(lot, nowMs))
    .toSorted(spendOrder)
    .slice(0, MOST_LOTS_AT_ONCE);

const sumHeld = (lots: readonly HeldLot[]): number => lots.reduce((sum, lot) => sum + lot.heldPoints, 0);

/** The points that one act can spend: all that are available, but for a member with more lots than one act takes from. */
export const spendableAtOnce = (lots: readonly HeldLot[], nowMs: number): number => sumHeld(spendableLots(lots, nowMs));

/**
 * Decides which lots `points` (≥ 1) are taken from. What is decided is what is recorded: the record writes each take
 * with a condition on the lot, so two redemptions at once cannot both have it.
 */
export function decideRedemption(
  snapshot: RedemptionSnapshot,
  points: number,
  nowMs: number,
): Outcome<LotTake[], Refusal<'insufficient-points'> | Refusal<'member-blocked'>> {
  if (snapshot.memberStatus !== 'active') return refuse('member-blocked');
  const lots = spendableLots(snapshot.lots, nowMs);
  const available = sumHeld(lots);
  if (points > available) return refuse('insufficient-points', { availablePoints: available });
  let left = points;
  const takes: LotTake[] = [];
  for (const lot of lots) {
    if (left === 0) break;
    const taken = Math.min(left, lot.heldPoints);
    takes.push({ lotId: lot.lotId, points: taken });
    left -= taken;
  }
  return done(takes);
}

/** The most points a basket allows: whole steps of what the member has, within the programme's share of the basket. */
export function maxRedeemable(
  redeem: { readonly stepPoints: number; readonly stepMinor: number; readonly maxPercentOfBasket: number },
  netMinor: number,
  available: number,
): number {
  const payableMinor = Math.floor((Math.max(0, netMinor) * redeem.maxPercentOfBasket) / 100);
  const steps = Math.min(Math.floor(payableMinor / redeem.stepMinor), Math.floor(available / redeem.stepPoints));
  return steps * redeem.stepPoints;
}
