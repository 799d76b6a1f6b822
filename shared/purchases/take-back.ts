import type { Id } from '../kernel/id.ts';
import { mulDivHalfUp } from '../kernel/round.ts';
import type { LotTake } from '../points/redeem.ts';
import type { OfferUse } from '../promotions/offer-use.ts';

/**
 * What goes back when goods come back. Every figure is reckoned for the goods that the customer keeps, by the prices,
 * taxes and points that the sale itself recorded, and a return is the difference between before and after. So however a
 * return is split, its parts add up to the same (ten returns of one piece are one of ten), and nothing is refunded twice.
 */

export interface SoldLine {
  readonly quantityThousandths: number;
  readonly grossMinor: number;
  readonly discountMinor: number;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly pointsEarned: number;
}

export interface LineFigures {
  readonly grossMinor: number;
  readonly discountMinor: number;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly pointsEarned: number;
}

/** The figures of a line of which `keptThousandths` (0 … sold) are kept. Points are rounded down for the store. */
export function keptFigures(line: SoldLine, keptThousandths: number): LineFigures {
  const share = (whole: number) => mulDivHalfUp(whole, keptThousandths, line.quantityThousandths);
  const netMinor = share(line.netMinor);
  const grossMinor = share(line.grossMinor);
  return {
    grossMinor,
    discountMinor: grossMinor - netMinor,
    netMinor,
    taxMinor: share(line.taxMinor),
    pointsEarned: Math.floor((line.pointsEarned * keptThousandths) / line.quantityThousandths),
  };
}

export interface SoldPurchase {
  readonly netMinor: number;
  readonly pointsPaidMinor: number;
  readonly pointsRedeemed: number;
  readonly lines: readonly SoldLine[];
}

export interface TakenBack extends LineFigures {
  readonly lines: readonly LineFigures[];
  /** What is given back of offers; figures ≥ 0. None where none applied. */
  readonly offers?: readonly OfferUse[];
  /** The offers that the goods which are kept would still have; none where none applied or nothing is kept. */
  readonly standing?: ReadonlySet<Id<'offer'>>;
  /** Of the net: what goes back as points, and how many; the rest is paid out. */
  readonly pointsPaidMinor: number;
  readonly pointsRedeemed: number;
}

const difference = (before: LineFigures, after: LineFigures): LineFigures => ({
  grossMinor: before.grossMinor - after.grossMinor,
  discountMinor: before.discountMinor - after.discountMinor,
  netMinor: before.netMinor - after.netMinor,
  taxMinor: before.taxMinor - after.taxMinor,
  pointsEarned: before.pointsEarned - after.pointsEarned,
});

const NOTHING: LineFigures = { grossMinor: 0, discountMinor: 0, netMinor: 0, taxMinor: 0, pointsEarned: 0 };

const add = (a: LineFigures, b: LineFigures): LineFigures => ({
  grossMinor: a.grossMinor + b.grossMinor,
  discountMinor: a.discountMinor + b.discountMinor,
  netMinor: a.netMinor + b.netMinor,
  taxMinor: a.taxMinor + b.taxMinor,
  pointsEarned: a.pointsEarned + b.pointsEarned,
});

/**
 * What goes back when of each line `keptBefore[i]` was still kept and `keptAfter[i]` is now (thousandths,
 * 0 ≤ after ≤ before ≤ sold). All figures ≥ 0 for a sale of prices ≥ 0.
 */
export function takeBack(sale: SoldPurchase, keptBefore: readonly number[], keptAfter: readonly number[]): TakenBack {
  const figuresAt = (kept: readonly number[]) => sale.lines.map((line, index) => keptFigures(line, kept[index] ?? 0));
  const before = figuresAt(keptBefore);
  const after = figuresAt(keptAfter);
  const lines = before.map((figures, index) => difference(figures, after[index] ?? NOTHING));
  const pointsKept = (figures: readonly LineFigures[]) => {
    const { netMinor } = figures.reduce(add, NOTHING);
    const share = (whole: number) => (sale.netMinor === 0 ? whole : mulDivHalfUp(whole, netMinor, sale.netMinor));
    return { pointsPaidMinor: share(sale.pointsPaidMinor), pointsRedeemed: share(sale.pointsRedeemed) };
  };
  const paidBefore = pointsKept(before);
  const paidAfter = pointsKept(after);
  return {
    ...lines.reduce(add, NOTHING),
    lines,
    pointsPaidMinor: paidBefore.pointsPaidMinor - paidAfter.pointsPaidMinor,
    pointsRedeemed: paidBefore.pointsRedeemed - paidAfter.pointsRedeemed,
  };
}

/** How the first `points` given back fall on the lots they were taken from: the last taken come back first. */
function givenBack(taken: readonly LotTake[], points: number): Map<string, number> {
  let left = points;
  const back = new Map<string, number>();
  for (const take of taken.toReversed()) {
    const given = Math.min(left, take.points);
    if (given > 0) back.set(take.lotId, (back.get(take.lotId) ?? 0) + given);
    left -= given;
  }
  return back;
}

/**
 * The lots to which `points` go back after `alreadyBack` have gone: the lots they were taken from (`taken`, in the order
 * of taking), with their own expiry. The last taken come back first, since they live longest.
 */
export function lotsGivenBack(taken: readonly LotTake[], alreadyBack: number, points: number): LotTake[] {
  const before = givenBack(taken, alreadyBack);
  const after = givenBack(taken, alreadyBack + points);
  return [...after].flatMap(([lotId, total]) => {
    const now = total - (before.get(lotId) ?? 0);
    const take = taken.find((one) => one.lotId === lotId);
    return now > 0 && take ? [{ ...take, points: now }] : [];
  });
}
