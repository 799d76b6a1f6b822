import type { Id } from '../kernel/id.ts';
import { addDays } from '../kernel/instant.ts';
import type { Tier } from '../members/profile.ts';
import { isLadderInUse, nextTier, rankOf, type TierBasis, type TierLadder, thresholdOf, tierFor } from './ladder.ts';
import type { TierChangeFact, TierReason } from './tier-change.fact.ts';
import { type Span, windowAt, windowEnd } from './window.ts';

/** What the purchases of a span come to: what was kept of them, each counted on the day of its sale. */
export interface QualifyingSums {
  /** Net of returns and without what points paid: redemption is no spend. */
  readonly spendMinor: number;
  /** Net of what returns took back. */
  readonly pointsEarned: number;
  /** Business days on which something was bought and kept. */
  readonly visits: number;
}

export const basisOf = (basis: TierBasis, sums: QualifyingSums): number =>
  basis === 'spend' ? sums.spendMinor : basis === 'visits' ? sums.visits : sums.pointsEarned;

/** Counts the purchases of a member in a span. */
export type CountSpan = (span: Span) => QualifyingSums;

/** How a member stands. `countedFrom` and `countedTo` are the window that the last change counted. */
export interface TierStanding {
  readonly tier: Tier;
  /** Null for a tier that no change has told of: one that was given by hand, or brought along. */
  readonly last: {
    readonly to: Tier;
    readonly reason: TierReason;
    readonly countedFrom: string | null;
    readonly countedTo: string;
    readonly endsOn: string | null;
    readonly reviewOn: string | null;
  } | null;
}

/** Under which rules, and when, it is decided. */
export interface TierRules {
  readonly ladder: TierLadder;
  readonly programmeVersion: number;
}

/** A change as it is decided; who it is about and what did it are known to whoever records it. */
export type DecidedTier = Omit<TierChangeFact, 'id' | 'memberId' | 'purchaseId' | 'atMs' | 'businessDate'>;

interface Heading {
  readonly to: Tier;
  readonly reason: TierReason;
  readonly basisValue: number | null;
  readonly span: Span;
  /** The first day of the window in which the tier is now held. */
  readonly heldFrom: string;
}

function changeTo({ ladder, programmeVersion }: TierRules, from: Tier, heading: Heading): DecidedTier {
  const { to, reason, basisValue, span, heldFrom } = heading;
  const endsOn = to === 'member' ? null : windowEnd(ladder.window, heldFrom);
  return {
    from,
    to,
    reason,
    basis: ladder.basis,
    basisValue,
    countedFrom: span.from,
    countedTo: span.to,
    endsOn,
    reviewOn: endsOn && addDays(endsOn, ladder.graceDays + 1),
    programmeVersion,
  };
}

/**
 * Whether a member can have reached a higher tier, told from what the summary holds anyway and no more: all that the
 * person ever bought is at least what was bought in a window. False spares the count; of points earned no sum is held.
 */
export function mayRise(
  ladder: TierLadder,
  tier: Tier,
  ever: { readonly netMinor: number; readonly purchases: number },
): boolean {
  const next = nextTier(ladder, tier);
  const needed = next && ladder.thresholds[next];
  if (needed === null) return false;
  if (ladder.basis === 'points-earned') return true;
  return (ladder.basis === 'spend' ? ever.netMinor : ever.purchases) >= needed;
}

/** The tier goes up at once when the window's sum reaches the next threshold. Null where it stays. */
export function decideRise(
  rules: TierRules,
  tier: Tier,
  count: CountSpan,
  date: string,
  reason: 'reached' | 'counted',
): DecidedTier | null {
  if (nextTier(rules.ladder, tier) === null) return null;
  const span = windowAt(rules.ladder.window, date);
  const basisValue = basisOf(rules.ladder.basis, count(span));
  const to = tierFor(rules.ladder, basisValue);
  return rankOf(to) > rankOf(tier) ? changeTo(rules, tier, { to, reason, basisValue, span, heldFrom: date }) : null;
}

/** Whether the ladder has a say in a tier: not in one that is given by hand, nor where nothing is reached by itself. */
const isOnLadder = (ladder: TierLadder, tier: Tier): boolean =>
  isLadderInUse(ladder) && tier !== 'member' && thresholdOf(ladder, tier) !== null;

/**
 * After goods came back: the tier is lost at once where neither the window that it was reached in nor the one that ends
 * today carries it any more. What was given by hand, or brought along, rests on no purchase and stays.
 */
export function decideFall(
  rules: TierRules,
  { tier, last }: TierStanding,
  count: CountSpan,
  date: string,
): DecidedTier | null {
  const { ladder } = rules;
  if (!isOnLadder(ladder, tier) || !last || last.to !== tier || last.reason === 'taken-over') return null;
  const then = tierFor(ladder, basisOf(ladder.basis, count({ from: last.countedFrom, to: last.countedTo })));
  if (rankOf(then) >= rankOf(tier)) return null;
  const span = windowAt(ladder.window, date);
  const basisValue = basisOf(ladder.basis, count(span));
  const now = tierFor(ladder, basisValue);
  const to = rankOf(now) > rankOf(then) ? now : then;
  return rankOf(to) < rankOf(tier)
    ? changeTo(rules, tier, { to, reason: 'returned', basisValue, span, heldFrom: date })
    : null;
}

/**
 * The night's look at a tier. One whose window and grace are over is kept for another where enough was bought, else it
 * falls to what was. One that was given without a window gets one, so that nobody loses at once what was promised.
 * Null where there is nothing to say.
 */
export function decideReview(
  rules: TierRules,
  { tier, last }: TierStanding,
  count: CountSpan,
  date: string,
): DecidedTier | null {
  const { ladder } = rules;
  if (!isOnLadder(ladder, tier)) return null;
  if (!last || last.to !== tier) {
    const span = windowAt(ladder.window, date);
    return changeTo(rules, tier, { to: tier, reason: 'taken-over', basisValue: null, span, heldFrom: date });
  }
  const { endsOn, reviewOn } = last;
  if (endsOn === null || reviewOn === null || reviewOn > date) return null;
  const span = { ...windowAt(ladder.window, endsOn), to: addDays(date, -1) };
  const basisValue = basisOf(ladder.basis, count(span));
  const carried = tierFor(ladder, basisValue);
  const isKept = rankOf(carried) >= rankOf(tier);
  const heading = { to: isKept ? tier : carried, reason: isKept ? 'kept' : 'missed', basisValue, span } as const;
  return changeTo(rules, tier, { ...heading, heldFrom: addDays(endsOn, 1) });
}

/** What a member still needs for the next tier, and to keep the present one. Amounts are in the basis' own unit. */
export interface TierProgress {
  readonly basis: TierBasis;
  /** What counts today. */
  readonly value: number;
  readonly next: {
    readonly tier: Tier;
    readonly threshold: number;
    readonly missing: number;
    /** The last day on which all that counts today still does; null where it always does. */
    readonly by: string | null;
  } | null;
  readonly keep: {
    readonly threshold: number;
    readonly value: number;
    readonly missing: number;
    /** The last day on which what is missing can be bought: the window's end and the days of grace. */
    readonly by: string;
  } | null;
}

/** `firstDate` is the day of the oldest purchase that counts today. */
export function tierProgress(
  ladder: TierLadder,
  { tier, last }: TierStanding,
  count: (span: Span) => QualifyingSums & { readonly firstDate: string | null },
  date: string,
): TierProgress | null {
  if (!isLadderInUse(ladder)) return null;
  const now = count(windowAt(ladder.window, date));
  const value = basisOf(ladder.basis, now);
  const above = nextTier(ladder, tier);
  const threshold = above && ladder.thresholds[above];
  const next =
    above && threshold !== null
      ? {
          tier: above,
          threshold,
          missing: Math.max(0, threshold - value),
          by: windowEnd(ladder.window, now.firstDate ?? date),
        }
      : null;
  return { basis: ladder.basis, value, next, keep: keepOf(ladder, { tier, last }, count, date) };
}

function keepOf(
  ladder: TierLadder,
  { tier, last }: TierStanding,
  count: CountSpan,
  date: string,
): TierProgress['keep'] {
  const threshold = thresholdOf(ladder, tier);
  if (!isOnLadder(ladder, tier) || threshold === null || last?.to !== tier || !last.endsOn || !last.reviewOn)
    return null;
  const value = basisOf(ladder.basis, count({ ...windowAt(ladder.window, last.endsOn), to: date }));
  return { threshold, value, missing: Math.max(0, threshold - value), by: addDays(last.reviewOn, -1) };
}

/** A decided change as it is recorded. */
export const tierChange = (
  decided: DecidedTier,
  of: Pick<TierChangeFact, 'memberId' | 'purchaseId' | 'atMs' | 'businessDate'> & { readonly id: Id<'tier-change'> },
): TierChangeFact => ({ ...decided, ...of });
