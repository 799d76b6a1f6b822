import type { z } from 'zod';
import { audienceById } from '../../../db/audiences/audiences.queries.ts';
import { couponKindInForce } from '../../../db/coupons/coupons.queries.ts';
import { allOffers, offerById, versionsOfOffer } from '../../../db/offers/offers.queries.ts';
import { categoryById, productById } from '../../../db/products/products.queries.ts';
import type { OfferRow, OfferView, offersContract } from '../../../shared/contract/offers.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { localTimeText } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { audiencesOf } from '../../../shared/promotions/conditions/audience.ts';
import type { OfferTerms } from '../../../shared/promotions/offer.ts';
import { phaseAt } from '../../../shared/promotions/offer-state.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { couponKindsIn, namedIn } from './named-goods.ts';

type Found = ReturnType<typeof allOffers.all>[number];

const windowOf = ({ conditions }: OfferTerms): OfferRow['window'] => {
  const window = conditions.find((condition) => condition.kind === 'window');
  return { from: window?.from ?? null, until: window?.until ?? null };
};

function rowOf(store: OpenStore, { owner, note: _, ...found }: Found, nowMs: number): OfferRow {
  const window = windowOf(found.terms);
  return {
    ...found,
    window,
    phase: phaseAt(window, localTimeText(nowMs, store.day.zone).replace(' ', 'T')),
    named: nameEach(store, found.terms),
    isOwn: owner === store.facts.storeId,
  };
}

/** The offers in one state, or in any, from the `offset`-th on. */
export function offerRows(
  store: OpenStore,
  { state, offset, limit }: z.output<typeof offersContract.list.input>,
  nowMs: number,
): { readonly total: number; readonly rows: OfferRow[] } {
  const all = allOffers.all(store.db, {}).filter((found) => state === null || found.state === state);
  return { total: all.length, rows: all.slice(offset, offset + limit).map((found) => rowOf(store, found, nowMs)) };
}

/** An offer with all its versions, and the names of what it is about. */
export function viewOffer(
  store: OpenStore,
  offerId: Id<'offer'>,
  nowMs: number,
): Outcome<OfferView, Refusal<'offer-unknown'>> {
  const found = offerById.get(store.db, { offerId });
  if (!found) return refuse('offer-unknown');
  return done({
    ...rowOf(store, found, nowMs),
    note: found.note,
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
    ...couponKindsIn(terms).map((kindId) => {
      const name = couponKindInForce.get(db, { kindId })?.terms.name ?? kindId;
      return { kind: 'coupon-kind' as const, id: kindId, name, code: null };
    }),
    ...audiencesOf(terms.conditions).map((audienceId) => {
      const name = audienceById.get(db, { audienceId })?.name ?? audienceId;
      return { kind: 'audience' as const, id: audienceId, name, code: null };
    }),
  ];
}
