import { allocate } from '../kernel/allocate.ts';
import type { Id } from '../kernel/id.ts';
import { sumOf } from '../kernel/sum.ts';
import { pointsOnTop, spreadOver } from '../points/multiplied.ts';
import type { Programme } from '../points/programme.ts';
import { type Evaluation, type EvaluationTerms, evaluate } from '../promotions/evaluate.ts';
import { type FrozenOffers, freeze } from '../promotions/frozen.ts';
import { type PricedLine, taxWithin } from './price.ts';

/** The live offers and all that they look at beside the goods. */
export type OffersAtHand = Pick<EvaluationTerms, 'offers' | 'member' | 'coupons' | 'at' | 'counts' | 'policy'>;

/** A basket's lines with what offers take off, and what else they give. */
export interface UnderOffers {
  readonly lines: readonly PricedLine[];
  readonly evaluation: Evaluation;
  /** The rules for returns of these goods; null where no offer applied. */
  readonly frozen: FrozenOffers | null;
}

/** What the offers take off each line; the tax is found inside what is left to pay. `takesOffers` says it of each line. */
export function underOffers(
  lines: readonly PricedLine[],
  takesOffers: readonly boolean[],
  atHand: OffersAtHand,
  programme: Programme,
): UnderOffers {
  const terms: EvaluationTerms = {
    ...atHand,
    programme,
    lines: lines.map(({ product, quantityThousandths, grossMinor }, index) => ({
      productId: product.productId,
      categoryId: product.categoryId,
      unit: product.unit,
      quantityThousandths,
      grossMinor,
      takesOffers: takesOffers[index] ?? false,
    })),
  };
  const evaluation = evaluate(terms);
  return {
    lines: lines.map((line, index) => {
      const { discountMinor, netMinor } = evaluation.perLine[index] ?? { discountMinor: 0, netMinor: line.netMinor };
      if (discountMinor === 0) return line;
      return { ...line, discountMinor, netMinor, taxMinor: taxWithin(netMinor, line.product.taxRateBp) };
    }),
    evaluation,
    frozen: freeze(terms, evaluation),
  };
}

export interface PointsUnderOffers {
  readonly perLine: readonly number[];
  /** What each offer gives of them, where it gives any. */
  readonly byOffer: ReadonlyMap<Id<'offer'>, number>;
}

/**
 * The points of lines that earn `ordinary` ones, with those that offers multiply or give on top. What is given for the
 * whole basket is given to the lines by what they cost, so that it goes back with them.
 */
export function pointsUnderOffers(
  ordinary: readonly number[],
  { lines, evaluation: { actions, pointsPercent, bonusPoints } }: UnderOffers,
  rounding: Programme['earn']['rounding'],
): PointsUnderOffers {
  if (ordinary.length === 0) return { perLine: ordinary, byOffer: new Map() };
  const multiplied = pointsOnTop(ordinary, pointsPercent, rounding);
  const bonus = allocate(
    bonusPoints,
    lines.map(({ netMinor }) => netMinor),
  );
  const byOffer = new Map<Id<'offer'>, number>();
  const multipliers = actions.filter((action) => action.kind === 'points-multiplier');
  const shares =
    multipliers.length === 0
      ? []
      : spreadOver(
          sumOf(multiplied),
          multipliers.map((action) =>
            action.lines.reduce((sum, line) => sum + BigInt(ordinary[line] ?? 0) * BigInt(action.percent - 100), 0n),
          ),
        );
  for (const [index, { offerId }] of multipliers.entries()) byOffer.set(offerId, shares[index] ?? 0);
  for (const action of actions) if (action.kind === 'bonus-points') byOffer.set(action.offerId, action.points);
  return {
    perLine: ordinary.map((points, line) => points + (multiplied[line] ?? 0) + (bonus[line] ?? 0)),
    byOffer,
  };
}
