import { allocate } from '../kernel/allocate.ts';
import type { Id } from '../kernel/id.ts';
import { sumOf } from '../kernel/sum.ts';
import { termsOf as actionTerms } from './actions.ts';
import { termsOf as conditionTerms } from './conditions.ts';
import type { Cut, SkipReason } from './explanation.ts';
import type { Goods } from './goods.ts';
import type { Offer } from './offer.ts';
import type { Scene } from './scene.ts';
import { type Extra, type Unmet, unmet } from './terms.ts';

/** An offer that stands for this visit, and the bounds that are set to it. */
export interface Candidate {
  readonly offer: Offer;
  /** Of the offers that share one of these at most one applies. */
  readonly groups: readonly string[];
  /** What of its budget is left; null: there is none. */
  readonly budgetLeftMinor: number | null;
  /** Each line is to cost at least this much when it is through. */
  readonly floors: readonly number[];
  /** What it counts for where it gives something else than money. */
  readonly extraWorthMinor: number;
}

/** What an offer gives at its turn. `worthMinor` is what that counts for against other offers. */
export interface Given {
  readonly candidate: Candidate;
  readonly perLine: readonly number[];
  readonly amountMinor: number;
  readonly times: number;
  readonly cutBy: Cut | null;
  readonly extra: Extra | null;
  readonly worthMinor: number;
}

/** `given` with at most `mostMinor` off, spread as it was. */
export const cutTo = (given: Given, mostMinor: number, cutBy: Cut): Given =>
  given.amountMinor <= mostMinor
    ? given
    : {
        ...given,
        perLine: allocate(mostMinor, given.perLine),
        amountMinor: mostMinor,
        worthMinor: mostMinor,
        cutBy: given.cutBy ?? cutBy,
      };

/** The conditions that look at what is left; all others were looked at before. */
export function unmetByLeft(offer: Offer, scene: Scene, left: readonly number[]): Unmet<SkipReason> | null {
  for (const condition of offer.conditions) {
    const terms = conditionTerms(condition);
    const missed = terms.sees === 'left' ? terms.unmet(condition, scene, left) : null;
    if (missed) return missed;
  }
  return null;
}

/** What the offer gives when the lines still cost `left`, or why nothing. Gives no more when less is left. */
export function turn(candidate: Candidate, scene: Scene, left: readonly number[]): Given | Unmet<SkipReason> {
  const { offer, budgetLeftMinor, floors } = candidate;
  const missed = unmetByLeft(offer, scene, left);
  if (missed) return missed;
  const action = actionTerms(offer.action);
  if (action.gives === 'extra') {
    const extra = action.extra(offer.action, scene);
    if ('reason' in extra) return extra;
    return {
      candidate,
      perLine: left.map(() => 0),
      amountMinor: 0,
      times: 1,
      cutBy: null,
      extra,
      worthMinor: candidate.extraWorthMinor,
    };
  }
  const off = action.off(offer.action, scene, left);
  if ('reason' in off) return off;

  const { lineMinor, basketMinor } = offer.caps;
  let cutBy: Cut | null = null;
  const perLine = off.perLine.map((amountMinor, line) => {
    const mostOfLine = (left[line] ?? 0) - (floors[line] ?? 0);
    const most = Math.min(mostOfLine, lineMinor ?? mostOfLine);
    if (amountMinor <= most) return amountMinor;
    cutBy ??= most === mostOfLine ? 'line-cap' : 'offer-cap';
    return most;
  });
  const amountMinor = sumOf(perLine);
  const whole = { candidate, perLine, amountMinor, times: off.times, cutBy, extra: null, worthMinor: amountMinor };
  const capped = basketMinor === null ? whole : cutTo(whole, basketMinor, 'offer-cap');
  const given = budgetLeftMinor === null ? capped : cutTo(capped, budgetLeftMinor, 'budget');
  if (given.amountMinor > 0) return given;
  return unmet(given.cutBy === 'line-cap' ? 'line-cap-reached' : 'offer-cap-reached');
}

export const minusEach = (left: readonly number[], off: readonly number[]): number[] =>
  left.map((costs, line) => costs - (off[line] ?? 0));

/** The kind of coupon that an offer asks for, or null. */
export const couponAskedBy = ({ conditions }: Offer): Id<'coupon-kind'> | null =>
  conditions.find((condition) => condition.kind === 'coupon')?.couponKindId ?? null;

/** Its own group, and the kind of coupon that it asks for: one coupon serves one offer. */
export function groupsOf(offer: Offer): string[] {
  const couponKindId = couponAskedBy(offer);
  return [
    ...(offer.group === null ? [] : [`group ${offer.group}`]),
    ...(couponKindId === null ? [] : [`coupon ${couponKindId}`]),
  ];
}

/** Whether the offer takes money off: such have their turn before all that give something else. */
export const givesMoney = ({ action }: Pick<Offer, 'action'>): boolean => actionTerms(action).gives === 'money';

/** The lines whose cost the offer's turn depends on or changes. */
export function linesOf({ action, conditions }: Offer, scene: Scene): number[] {
  const terms = actionTerms(action);
  const goods: readonly Goods[] = [
    ...(terms.gives === 'money' ? terms.reads(action) : []),
    ...conditions.flatMap((condition) => conditionTerms(condition).reads?.(condition) ?? []),
  ];
  return goods.flatMap((each) => scene.of(each));
}

/** The order of turns: money first, then the higher priority; ids settle the rest, so that no list's order matters. */
export const byTurn = (a: Offer, b: Offer): number =>
  Number(givesMoney(b)) - Number(givesMoney(a)) || b.priority - a.priority || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
