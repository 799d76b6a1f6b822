import { z } from 'zod';
import { type Id, idOf } from '../kernel/id.ts';
import { inTurns } from './choose.ts';
import { termsOf } from './conditions.ts';
import { NO_COUPONS } from './coupons-at-hand.ts';
import { budgetLeft, type Evaluation, type EvaluationTerms, standsNot } from './evaluate.ts';
import type { Goods } from './goods.ts';
import { layOut, withinBasketCap } from './lay-out.ts';
import { type Offer, offerSchema } from './offer.ts';
import { type OfferLine, type OfferMoment, sceneOf } from './scene.ts';
import { byTurn, givesMoney, minusEach, unmetByLeft } from './turn.ts';

/**
 * The rules that a sale was made under, kept with it: the offers that applied, in the version that did, without what was
 * asked of the person, the place and the time, and with what was left of their budgets as their cap.
 */
export const frozenOffersSchema = z.object({
  offers: z.array(z.object({ offer: offerSchema, amountMinor: z.int().min(0), perLine: z.array(z.int().min(0)) })),
  /** What the offers saw of each line beside its product, quantity and price. */
  lines: z.array(z.object({ categoryId: idOf('category').nullable(), takesOffers: z.boolean() })),
  policy: z.object({ mostPercentOfLine: z.int().min(0).max(100), mostPercentOfBasket: z.int().min(0).max(100) }),
});
export type FrozenOffers = z.infer<typeof frozenOffersSchema>;

/** Freezes what an evaluation came to; null where no offer applied. */
export function freeze(terms: EvaluationTerms, { explanations }: Evaluation): FrozenOffers | null {
  const offers = explanations.flatMap((one) => {
    const offer = one.applied ? terms.offers.find(({ id }) => id === one.offerId) : undefined;
    if (!one.applied || !offer) return [];
    const caps = [offer.caps.basketMinor, budgetLeft(offer, terms)].filter((cap) => cap !== null);
    return [
      {
        offer: {
          ...narrowed(offer, terms.lines),
          group: null,
          caps: { ...offer.caps, basketMinor: caps.length > 0 ? Math.min(...caps) : null },
          limits: { perMember: null, total: null, budgetMinor: null },
        },
        amountMinor: one.amountMinor,
        perLine: [...one.perLine],
      },
    ];
  });
  if (offers.length === 0) return null;
  const lines = terms.lines.map(({ categoryId, takesOffers }) => ({ categoryId, takesOffers }));
  return { offers, lines, policy: { ...terms.policy } };
}

/** The offer with what it asks of the goods only, and naming only goods of this basket: a long list stays behind. */
function narrowed(offer: Offer, lines: readonly OfferLine[]): Offer {
  const here = new Set<string>(lines.flatMap(({ productId, categoryId }) => [productId ?? '', categoryId ?? '']));
  // An offer that applied found lines by each of its goods. So no list that named some is empty now, which would mean all.
  const narrow = ({ productIds, categoryIds, exceptProductIds }: Goods): Goods => ({
    productIds: productIds.filter((id) => here.has(id)),
    categoryIds: categoryIds.filter((id) => here.has(id)),
    exceptProductIds: exceptProductIds.filter((id) => here.has(id)),
  });
  const narrowAll = <Part extends object>(part: Part): Part => ({
    ...part,
    ...('goods' in part ? { goods: narrow(part.goods as Goods) } : {}),
    ...('gets' in part && part.gets ? { gets: narrow(part.gets as Goods) } : {}),
    ...('parts' in part ? { parts: (part.parts as object[]).map(narrowAll) } : {}),
  });
  return {
    ...offer,
    action: narrowAll(offer.action),
    conditions: offer.conditions.filter((condition) => termsOf(condition).sees !== 'visit').map(narrowAll),
  };
}

export interface KeptUnder {
  /** What each line costs, and what each offer takes off. */
  readonly net: readonly number[];
  readonly byOffer: ReadonlyMap<Id<'offer'>, number>;
  /** The offers whose conditions still hold. */
  readonly standing: ReadonlySet<Id<'offer'>>;
}

/**
 * What each line costs when the same offers have their turns again on these lines: the goods of the sale that are still
 * kept. What no longer holds falls out; nothing else comes in its place. On all goods it is what the sale came to.
 */
export function netUnder(frozen: FrozenOffers, kept: readonly OfferLine[], at: OfferMoment): KeptUnder {
  const { lines, start, floors, mostMinor, asRungUp } = layOut(kept, frozen.policy);
  const scene = sceneOf({ lines, member: null, coupons: NO_COUPONS, at });
  const standing = frozen.offers.map(({ offer }) => offer).filter((offer) => !standsNot(offer, scene));
  const candidates = standing
    .filter(givesMoney)
    .toSorted(byTurn)
    .map((offer) => ({ offer, groups: [], floors, budgetLeftMinor: null, extraWorthMinor: 0 }));
  const given = withinBasketCap(inTurns(candidates, scene, start), mostMinor);
  const left = given.reduce<readonly number[]>((net, { perLine }) => minusEach(net, perLine), start);
  return {
    net: asRungUp(left),
    byOffer: new Map(given.map(({ candidate, amountMinor }) => [candidate.offer.id, amountMinor])),
    standing: new Set(standing.filter((offer) => !unmetByLeft(offer, scene, left)).map(({ id }) => id)),
  };
}
