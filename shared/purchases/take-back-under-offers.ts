import { allocate } from '../kernel/allocate.ts';
import type { Id } from '../kernel/id.ts';
import { mulDivHalfUp } from '../kernel/round.ts';
import { type FrozenOffers, netUnder } from '../promotions/frozen.ts';
import type { OfferUse } from '../promotions/offer-use.ts';
import type { OfferLine, OfferMoment } from '../promotions/scene.ts';
import { taxWithin } from './price.ts';
import type { LineFigures, SoldLine, SoldPurchase, TakenBack } from './take-back.ts';

export interface LineSoldUnderOffers extends SoldLine {
  readonly productId: Id<'product'> | null;
  readonly unit: 'piece' | 'kg';
  readonly taxRateBp: number;
}

/** A sale that offers applied to. */
export interface SoldUnderOffers extends SoldPurchase {
  readonly lines: readonly LineSoldUnderOffers[];
  readonly pointsEarned: number;
  readonly taxMinor: number;
  readonly frozen: FrozenOffers;
  readonly at: OfferMoment;
  /** What the sale had of each offer. */
  readonly had: readonly OfferUse[];
}

/** What earlier returns of the sale gave back. */
export interface AlreadyBack {
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly pointsEarned: number;
  /** Of each offer; figures ≥ 0. */
  readonly offers: readonly OfferUse[];
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);

const grossAt = (line: SoldLine, thousandths: number): number =>
  mulDivHalfUp(line.grossMinor, thousandths, line.quantityThousandths);

interface Kept {
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly pointsEarned: number;
  readonly byOffer: ReadonlyMap<Id<'offer'>, number>;
  readonly standing: ReadonlySet<Id<'offer'>>;
}

/** What the customer has for good at these quantities: what the kept goods cost under the sale's own offers. */
function keptUnder(sale: SoldUnderOffers, kept: readonly number[]): Kept {
  const places = kept.flatMap((thousandths, index) => (thousandths > 0 ? [index] : []));
  const lines = places.map((index): OfferLine => {
    const line = sale.lines[index] as LineSoldUnderOffers;
    const thousandths = kept[index] as number;
    const { categoryId, takesOffers } = sale.frozen.lines[index] ?? { categoryId: null, takesOffers: false };
    return {
      productId: line.productId,
      categoryId,
      unit: line.unit,
      quantityThousandths: thousandths,
      grossMinor: grossAt(line, thousandths),
      takesOffers,
    };
  });
  const { net, byOffer, standing } = netUnder(sale.frozen, lines, sale.at);
  const figures = places.map((index, at) => {
    const line = sale.lines[index] as LineSoldUnderOffers;
    const netMinor = net[at] as number;
    // Points follow the net; a line that offers made free earned by what is kept of it. None earns more than it did.
    const pointsEarned =
      line.netMinor > 0
        ? Number((BigInt(line.pointsEarned) * BigInt(Math.min(netMinor, line.netMinor))) / BigInt(line.netMinor))
        : Math.floor((line.pointsEarned * (kept[index] as number)) / line.quantityThousandths);
    return { netMinor, taxMinor: taxWithin(netMinor, line.taxRateBp), pointsEarned };
  });
  return {
    netMinor: sumOf(figures.map(({ netMinor }) => netMinor)),
    taxMinor: sumOf(figures.map(({ taxMinor }) => taxMinor)),
    pointsEarned: sumOf(figures.map(({ pointsEarned }) => pointsEarned)),
    byOffer,
    standing,
  };
}

/**
 * What is given back of each offer: the money that it no longer takes off what is kept, its points in the proportion of
 * all that the goods had earned, and with the last piece its use.
 */
function offersBack(sale: SoldUnderOffers, back: AlreadyBack, kept: Kept, isAllBack: boolean): OfferUse[] {
  return sale.had.flatMap((had) => {
    const before = back.offers.find(({ offerId }) => offerId === had.offerId) ?? NOTHING_BACK;
    const pointsKept =
      sale.pointsEarned === 0
        ? 0
        : Number(
            (BigInt(had.points) * BigInt(Math.min(kept.pointsEarned, sale.pointsEarned))) / BigInt(sale.pointsEarned),
          );
    const now = {
      ...had,
      uses: isAllBack ? had.uses - before.uses : 0,
      discountMinor: Math.max(0, had.discountMinor - (kept.byOffer.get(had.offerId) ?? 0) - before.discountMinor),
      points: Math.max(0, had.points - pointsKept - before.points),
    };
    return now.uses + now.discountMinor + now.points > 0 ? [now] : [];
  });
}
const NOTHING_BACK = { uses: 0, discountMinor: 0, points: 0 };

/**
 * What goes back when goods of a sale under offers come back: `max(0, paid − what the kept goods cost under the sale's
 * own offers − already given back)`, and tax and points likewise. So goods that broke “buy 2 get 1” are paid for by what
 * comes back, nothing is asked for that was not paid, and whatever the steps, all of it comes back with the last piece.
 * `keptBefore` and `keptAfter` are thousandths of each line, 0 ≤ after ≤ before ≤ sold.
 */
export function takeBackUnderOffers(
  sale: SoldUnderOffers,
  back: AlreadyBack,
  keptBefore: readonly number[],
  keptAfter: readonly number[],
): TakenBack {
  const kept = keptUnder(sale, keptAfter);
  const isAllBack = keptAfter.every((thousandths) => thousandths === 0);
  const whole = {
    netMinor: Math.max(0, sale.netMinor - kept.netMinor - back.netMinor),
    taxMinor: Math.max(0, sale.taxMinor - kept.taxMinor - back.taxMinor),
    pointsEarned: Math.max(0, sale.pointsEarned - kept.pointsEarned - back.pointsEarned),
  };
  const gross = sale.lines.map(
    (line, index) => grossAt(line, keptBefore[index] ?? 0) - grossAt(line, keptAfter[index] ?? 0),
  );
  const places = gross.flatMap((_, index) => ((keptAfter[index] ?? 0) < (keptBefore[index] ?? 0) ? [index] : []));
  /** Over the lines that come back, by what they cost before any offer. */
  const spread = (total: number): number[] => {
    const perLine = gross.map(() => 0);
    if (places.length === 0) return perLine;
    const shares = allocate(
      total,
      places.map((index) => gross[index] as number),
    );
    for (const [at, index] of places.entries()) perLine[index] = shares[at] as number;
    return perLine;
  };
  const [net, tax, points] = [spread(whole.netMinor), spread(whole.taxMinor), spread(whole.pointsEarned)];
  const lines = gross.map(
    (grossMinor, index): LineFigures => ({
      grossMinor,
      discountMinor: grossMinor - (net[index] as number),
      netMinor: net[index] as number,
      taxMinor: tax[index] as number,
      pointsEarned: points[index] as number,
    }),
  );
  const paidBy = (leftMinor: number) => {
    const share = (all: number) => (sale.netMinor === 0 ? all : mulDivHalfUp(all, leftMinor, sale.netMinor));
    return { pointsPaidMinor: share(sale.pointsPaidMinor), pointsRedeemed: share(sale.pointsRedeemed) };
  };
  const before = paidBy(sale.netMinor - back.netMinor);
  const after = paidBy(sale.netMinor - back.netMinor - whole.netMinor);
  const grossMinor = sumOf(gross);
  return {
    ...whole,
    grossMinor,
    discountMinor: grossMinor - whole.netMinor,
    lines,
    offers: offersBack(sale, back, kept, isAllBack),
    standing: isAllBack ? new Set<Id<'offer'>>() : kept.standing,
    pointsPaidMinor: before.pointsPaidMinor - after.pointsPaidMinor,
    pointsRedeemed: before.pointsRedeemed - after.pointsRedeemed,
  };
}
