import type { Id } from '../kernel/id.ts';
import { sumOf } from '../kernel/sum.ts';
import { termsOf as actionTerms } from './actions.ts';
import { choose, inTurns } from './choose.ts';
import { termsOf as conditionTerms } from './conditions.ts';
import type { CouponsAtHand } from './coupons-at-hand.ts';
import type { Explanation, SkipReason } from './explanation.ts';
import { layOut, withinBasketCap } from './lay-out.ts';
import type { Offer, OfferCount, StackingPolicy } from './offer.ts';
import { type OfferLine, type OfferMember, type OfferMoment, type Scene, sceneOf } from './scene.ts';
import { type Extra, type PointsWorth, type Unmet, unmet } from './terms.ts';
import { byTurn, type Candidate, couponAskedBy, type Given, groupsOf, minusEach, turn } from './turn.ts';

export interface EvaluationTerms {
  readonly lines: readonly OfferLine[];
  /** Null for a customer who is not known, and for a member whose membership is stopped. */
  readonly member: OfferMember | null;
  readonly coupons: CouponsAtHand;
  /** The offers that are live; the order does not matter. Ids are unique. */
  readonly offers: readonly Offer[];
  readonly at: OfferMoment;
  /** What was had before, of offers that set a limit. */
  readonly counts: ReadonlyMap<Id<'offer'>, OfferCount>;
  readonly policy: StackingPolicy;
  /** What points are worth, where offers of points compete with others. */
  readonly programme: PointsWorth;
}

/** What is to be done, as data: nothing was changed. */
export type OfferAction = { readonly offerId: Id<'offer'>; readonly version: number } & (
  | { readonly kind: 'discount'; readonly amountMinor: number; readonly perLine: readonly number[] }
  | Extra
);

export interface Evaluation {
  readonly actions: readonly OfferAction[];
  /** Off each line, and what it then costs. All ≥ 0. */
  readonly perLine: readonly { readonly discountMinor: number; readonly netMinor: number }[];
  /** The sum over the lines, and over the offers. */
  readonly discountMinor: number;
  readonly netMinor: number;
  /** What each line earns, in percent of the ordinary. */
  readonly pointsPercent: readonly number[];
  readonly bonusPoints: number;
  readonly coupons: readonly {
    readonly offerId: Id<'offer'>;
    readonly couponKindId: Id<'coupon-kind'>;
    readonly count: number;
  }[];
  readonly gifts: readonly { readonly productId: Id<'product'>; readonly quantityThousandths: number }[];
  /** One for every offer, in the order of turns. */
  readonly explanations: readonly Explanation[];
  /** Whether it is certain that nothing is better for the customer: see `MOST_SETS`. */
  readonly exact: boolean;
}

/** Why the offer is not had by this customer any more, or null. Limits of a member and of all are told apart. */
function limitReached({ limits }: Offer, count: OfferCount, isMember: boolean): Unmet<SkipReason> | null {
  if (limits.perMember !== null && !isMember) return unmet('no-member');
  if (limits.perMember !== null && count.byMember >= limits.perMember)
    return unmet('member-limit-reached', { limit: limits.perMember });
  if (limits.total !== null && count.byAll >= limits.total)
    return unmet('total-limit-reached', { limit: limits.total });
  return limits.budgetMinor !== null && count.givenMinor >= limits.budgetMinor ? unmet('budget-used-up') : null;
}

/** What keeps the offer from applying whatever other offers do, or null. */
export function standsNot({ conditions }: Offer, scene: Scene): Unmet<SkipReason> | null {
  for (const condition of conditions) {
    const terms = conditionTerms(condition);
    const missed = terms.sees === 'left' ? null : terms.unmet(condition, scene, []);
    if (missed) return missed;
  }
  return null;
}

/** What the offer may still take off altogether, by its own budget and that of the kind of coupon it asks for; null: no limit. */
export function budgetLeft(
  offer: Offer,
  { counts, coupons }: Pick<EvaluationTerms, 'counts' | 'coupons'>,
): number | null {
  const { budgetMinor } = offer.limits;
  const own = budgetMinor === null ? null : budgetMinor - (counts.get(offer.id) ?? NONE_YET).givenMinor;
  const couponKindId = couponAskedBy(offer);
  const ofCoupon = couponKindId === null ? null : (coupons.presented.get(couponKindId)?.budgetLeftMinor ?? null);
  if (own === null || ofCoupon === null) return own ?? ofCoupon;
  return Math.min(own, ofCoupon);
}

const NONE_YET: OfferCount = { byMember: 0, byAll: 0, givenMinor: 0 };

/**
 * What these offers come to for this basket, and for each why it applied or not. Pure and exact to the minor unit; no line
 * goes below 0. What is best for the customer is judged before the cap on the whole basket, which then cuts the offers
 * whose turn was last.
 */
export function evaluate(terms: EvaluationTerms): Evaluation {
  const { lines, order, start, floors, mostMinor, asRungUp } = layOut(terms.lines, terms.policy);
  const scene = sceneOf({ ...terms, lines });
  const offers = terms.offers.toSorted(byTurn);
  const missed = new Map<Offer, Unmet<SkipReason>>();
  const candidates: Candidate[] = [];
  for (const offer of offers) {
    const count = terms.counts.get(offer.id) ?? NONE_YET;
    const why = standsNot(offer, scene) ?? limitReached(offer, count, scene.member !== null);
    if (why) missed.set(offer, why);
    else {
      const action = actionTerms(offer.action);
      candidates.push({
        offer,
        groups: groupsOf(offer),
        floors,
        budgetLeftMinor: budgetLeft(offer, terms),
        extraWorthMinor: action.gives === 'extra' ? action.worthMinor(offer.action, scene, terms.programme) : 0,
      });
    }
  }
  const { chosen, alone, exact } = choose(candidates, scene, start);
  const given = withinBasketCap(inTurns(chosen, scene, start), mostMinor);
  const served = new Map(given.map((one) => [one.candidate.offer, one]));
  let left: readonly number[] = start;
  for (const candidate of candidates) {
    const one = served.get(candidate.offer);
    if (!one) missed.set(candidate.offer, whyNotChosen(candidate, alone.get(candidate), given, scene, left));
    else if (one.amountMinor === 0 && !one.extra) missed.set(candidate.offer, unmet('basket-cap-reached'));
    else left = minusEach(left, one.perLine);
  }

  const explanations = offers.map((offer): Explanation => {
    const { id: offerId, version, name } = offer;
    const why = missed.get(offer);
    if (why) return { offerId, version, name, applied: false, reason: why.reason, details: why.details ?? {} };
    const { amountMinor, perLine, times, cutBy } = served.get(offer) as Given;
    return { offerId, version, name, applied: true, amountMinor, perLine: asRungUp(perLine), times, cutBy };
  });
  const applied = given.filter(({ candidate }) => !missed.has(candidate.offer));
  return { ...outcomeOf(applied, start, asRungUp, order), explanations, exact };
}

/** Why an offer that stands was left out: it gives nothing by itself, its group is served, or others together give more. */
function whyNotChosen(
  candidate: Candidate,
  alone: Given | Unmet<SkipReason> | undefined,
  given: readonly Given[],
  scene: Scene,
  left: readonly number[],
): Unmet<SkipReason> {
  if (alone && 'reason' in alone) return alone;
  const winner = given.find((one) => one.candidate.groups.some((group) => candidate.groups.includes(group)));
  if (winner) return unmet('better-in-group', { offer: winner.candidate.offer.name });
  const atTurn = turn(candidate, scene, left);
  return 'reason' in atTurn ? atTurn : unmet('better-without');
}

function outcomeOf(
  applied: readonly Given[],
  start: readonly number[],
  asRungUp: (perLine: readonly number[]) => number[],
  order: readonly number[],
): Omit<Evaluation, 'explanations' | 'exact'> {
  const net = applied.reduce((left, { perLine }) => minusEach(left, perLine), start);
  const discounts = asRungUp(minusEach(start, net));
  const nets = asRungUp(net);
  const extras = applied.flatMap(({ extra }) => (extra ? [extra] : []));
  const pointsPercent = start.map(() => 100);
  for (const extra of extras)
    if (extra.kind === 'points-multiplier')
      for (const line of extra.lines) pointsPercent[line] = (pointsPercent[line] ?? 100) + extra.percent - 100;
  const actions = applied.map(({ candidate: { offer }, amountMinor, perLine, extra }): OfferAction => {
    const of = { offerId: offer.id, version: offer.version };
    if (!extra) return { ...of, kind: 'discount', amountMinor, perLine: asRungUp(perLine) };
    return extra.kind === 'points-multiplier'
      ? { ...of, ...extra, lines: extra.lines.map((line) => order[line] ?? line).toSorted((a, b) => a - b) }
      : { ...of, ...extra };
  });
  return {
    actions,
    perLine: discounts.map((discountMinor, index) => ({ discountMinor, netMinor: nets[index] ?? 0 })),
    discountMinor: sumOf(discounts),
    netMinor: sumOf(nets),
    pointsPercent: asRungUp(pointsPercent),
    bonusPoints: sumOf(extras.map((extra) => (extra.kind === 'bonus-points' ? extra.points : 0))),
    coupons: actions.flatMap((action) =>
      action.kind === 'coupon'
        ? [{ offerId: action.offerId, couponKindId: action.couponKindId, count: action.count }]
        : [],
    ),
    gifts: extras.flatMap((extra) =>
      extra.kind === 'gift' ? [{ productId: extra.productId, quantityThousandths: extra.quantityThousandths }] : [],
    ),
  };
}
