import { allOffers, offerById, versionsOfOffer } from '../../../db/offers/offers.queries.ts';
import { categoryById, productById } from '../../../db/products/products.queries.ts';
import type { OfferRow, OfferView } from '../../../shared/contract/offers.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { localTimeText } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OfferTerms } from '../../../shared/promotions/offer.ts';
import { phaseAt } from '../../../shared/promotions/offer-state.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { namedIn } from './named-goods.ts';

type Found = ReturnType<typeof allOffers.all>[number];

const windowOf = ({ conditions }: OfferTerms): OfferRow['window'] => {
  const window = conditions.find((condition) => condition.kind === 'window');
  return { from: window?.from ?? null, until: window?.until ?? null };
};

function rowOf({ facts, day }: OpenStore, { owner, terms, note: _, ...found }: Found, nowMs: number): OfferRow {
  const { name, action, group, priority, limits } = terms;
  const window = windowOf(terms);
  return {
    ...found,
    name,
    window,
    phase: phaseAt(window, localTimeText(nowMs, day.zone).replace(' ', 'T')),
    actionKind: action.kind,
    group,
    priority,
    limits,
    isOwn: owner === facts.storeId,
  };
}

export const offerRows = (store: OpenStore, nowMs: number): OfferRow[] =>
  allOffers.all(store.db, {}).map((found) => rowOf(store, found, nowMs));

/** An offer with all its versions, and the names of what it is about. */
export function viewOffer(
  store: OpenStore,
  offerId: Id<'offer'>,
  nowMs: number,
): Outcome<OfferView, Refusal<'offer-unknown'>> {
  const found = offerById.get(store.db, { offerId });
  if (!found) return refuse('offer-unknown');
  const { terms, note } = found;
  return done({
    ...rowOf(store, found, nowMs),
    terms,
    note,
    named: nameEach(store, terms),
    history: versionsOfOffer.all(store.db, { offerId }),
  });
}

function nameEach({ db }: OpenStore, terms: OfferTerms): OfferView['named'] {
  const { categoryIds, productIds } = namedIn(terms);
  return [
    ...categoryIds.map((categoryId) => {
      const name = categoryById.get(db, { categoryId })?.name ?? categoryId;
      return { kind: 'category' as const, id: categoryId, name, code: null };
    }),
    ...productIds.map((productId) => {
      const product = productById.get(db, { productId });
      return { kind: 'product' as const, id: productId, name: product?.name ?? productId, code: product?.sku ?? null };
    }),
  ];
}
