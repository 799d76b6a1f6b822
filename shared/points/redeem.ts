import type { Id } from '../kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../kernel/outcome.ts';
import type { MemberStatus } from '../members/profile.ts';

/** A lot as far as this store holds it. */
export interface HeldLot {
  readonly lotId: Id<'lot'>;
  /** The id that the lot lies under: a person whose ids were merged spends the lots of all of them. */
  readonly ownerId: Id<'member'>;
  readonly heldPoints: number;
  readonly earnedAtMs: number;
  readonly availableAtMs: number;
  readonly expiresAtMs: number | null;
}

/** What a member has and owes, as far as this store knows. */
export interface PointsAccount {
  readonly status: MemberStatus;
  readonly debtPoints: number;
  readonly lots: readonly HeldLot[];
  /** It is not known what this store's disk forgot: what its lots seem to hold may be spent already. */
  readonly isFrozen?: boolean;
}

export interface LotTake {
  readonly lotId: Id<'lot'>;
  readonly ownerId: Id<'member'>;
  readonly points: number;
}

/** Whether the time of a lot has passed; what it holds is booked as expired later. */
export const isOver = ({ expiresAtMs }: HeldLot, nowMs: number): boolean =>
  expiresAtMs !== null && expiresAtMs <= nowMs;

/** What was given to be spent at once does not wait, also where the clock has been set back since. */
const isWaiting = ({ earnedAtMs, availableAtMs }: HeldLot, nowMs: number): boolean =>
  availableAtMs > earnedAtMs && availableAtMs > nowMs;

export const isSpendable = (lot: HeldLot, nowMs: number): boolean =>
  lot.heldPoints > 0 && !isWaiting(lot, nowMs) && !isOver(lot, nowMs);

const sumHeld = (lots: readonly HeldLot[]): number => lots.reduce((sum, lot) => sum + lot.heldPoints, 0);

/** What the lots hold that can be spent now, less what the member owes: a debt is settled before anything is spent. */
const freePoints = ({ lots, debtPoints }: PointsAccount, nowMs: number): number =>
  Math.max(0, sumHeld(lots.filter((lot) => isSpendable(lot, nowMs))) - debtPoints);

/** The points that a member can spend now: none while the membership is stopped. */
export const availablePoints = (account: PointsAccount, nowMs: number): number =>
  account.status === 'active' ? freePoints(account, nowMs) : 0;

/** The points that only a stopped membership keeps from being spent. */
export const withheldPoints = (account: PointsAccount, nowMs: number): number =>
  account.status === 'active' ? 0 : freePoints(account, nowMs);

/** Earned, and not to be spent yet; the clock alone releases them. */
export const isPending = (lot: HeldLot, nowMs: number): boolean =>
  lot.heldPoints > 0 && isWaiting(lot, nowMs) && !isOver(lot, nowMs);

export const pendingPoints = (lots: readonly HeldLot[], nowMs: number): number =>
  sumHeld(lots.filter((lot) => isPending(lot, nowMs)));

/**
 * The points of a member that expire next, and when: those that would be spent first anyway, so never more than are
 * available. Null when none do.
 */
export function nextExpiry(
  account: PointsAccount,
  nowMs: number,
): { readonly atMs: number; readonly points: number } | null {
  const ending = account.lots.filter((lot) => isSpendable(lot, nowMs) && lot.expiresAtMs !== null);
  const atMs = Math.min(...ending.map(({ expiresAtMs }) => expiresAtMs as number));
  const points = Math.min(
    sumHeld(ending.filter(({ expiresAtMs }) => expiresAtMs === atMs)),
    availablePoints(account, nowMs),
  );
  return points > 0 ? { atMs, points } : null;
}

/** Earliest expiry first, lots that never expire last; then the oldest, then by id so that every till agrees. */
const spendOrder = (a: HeldLot, b: HeldLot): number =>
  (a.expiresAtMs ?? Number.POSITIVE_INFINITY) - (b.expiresAtMs ?? Number.POSITIVE_INFINITY) ||
  a.earnedAtMs - b.earnedAtMs ||
  (a.lotId < b.lotId ? -1 : 1);

/** All lots that hold anything, in the order of spending, also those that cannot be spent now. */
export const heldInOrder = (lots: readonly HeldLot[]): HeldLot[] =>
  lots.filter(({ heldPoints }) => heldPoints > 0).toSorted(spendOrder);

/** So many lots are taken from in one act at most, that the act stays within one transaction of the change log. */
const MOST_LOTS_AT_ONCE = 400;

/** The lots that one act can spend now, in the order of spending. */
const spendableLots = (lots: readonly HeldLot[], nowMs: number): HeldLot[] =>
  lots
    .filter((lot) => isSpendable(lot, nowMs))
    .toSorted(spendOrder)
    .slice(0, MOST_LOTS_AT_ONCE);

/** The points that one act can spend: all that are available, but for a member with more lots than one act takes from. */
export const spendableAtOnce = (account: PointsAccount, nowMs: number): number =>
  Math.min(availablePoints(account, nowMs), sumHeld(spendableLots(account.lots, nowMs)));

/**
 * Decides which lots `points` (≥ 1) are taken from. What is decided is what is recorded: the record writes each take
 * with a condition on the lot, so two redemptions at once cannot both have it.
 */
export function decideRedemption(
  account: PointsAccount,
  points: number,
  nowMs: number,
): Outcome<LotTake[], Refusal<'insufficient-points' | 'member-blocked' | 'redemption-frozen'>> {
  if (account.isFrozen) return refuse('redemption-frozen');
  if (account.status !== 'active') return refuse('member-blocked');
  const available = spendableAtOnce(account, nowMs);
  if (points > available) return refuse('insufficient-points', { availablePoints: available });
  let left = points;
  const takes: LotTake[] = [];
  for (const lot of spendableLots(account.lots, nowMs)) {
    if (left === 0) break;
    const taken = Math.min(left, lot.heldPoints);
    takes.push({ lotId: lot.lotId, ownerId: lot.ownerId, points: taken });
    left -= taken;
  }
  return done(takes);
}

/** Whose entry a take is: the lot's. Under which id the person asked is noted where it is another. */
export const takenFrom = (
  ownerId: Id<'member'>,
  askedAs: Id<'member'>,
): { readonly memberId: Id<'member'>; readonly askedAs?: Id<'member'> } =>
  ownerId === askedAs ? { memberId: ownerId } : { memberId: ownerId, askedAs };

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
