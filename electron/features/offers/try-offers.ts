import type { z } from 'zod';
import { allOffers } from '../../../db/offers/offers.queries.ts';
import type { OfferTrial, offersContract } from '../../../shared/contract/offers.contract.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { Offer } from '../../../shared/promotions/offer.ts';
import { priceBasket } from '../../../shared/purchases/sale.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { basketSnapshot, memberSnapshot } from '../purchases/sale-snapshot.ts';
import { explainOffers } from './explain-offers.ts';
import { senseless } from './save-offer.ts';

type Try = z.output<typeof offersContract.try.input>;
type TryOutcome = Outcome<OfferTrial, Refusal<(typeof offersContract.try.refusals)[number]>>;

/** What a basket would come to if these drafts were live beside the offers that are. */
export function tryOffers(store: OpenStore, { memberId, lines, atMs, drafts, form }: Try, nowMs: number): TryOutcome {
  const why = form && senseless(form.offerId, form.terms);
  if (why) return why;
  const member = memberId && memberSnapshot(store, memberId);
  if (memberId && !member) return refuse('member-unknown');
  const whenMs = atMs ?? nowMs;
  const snapshot = basketSnapshot(store, { lines }, member, whenMs, offersTried(store, drafts, form));
  const priced = priceBasket(snapshot, { lines, pointsToRedeem: 0 }, [], whenMs);
  if (!priced.ok) return priced;
  const { grossMinor, discountMinor, netMinor, pointsPerLine, quotedPoints, offers } = priced.value;
  return done({
    grossMinor,
    discountMinor,
    netMinor,
    pointsToEarn: quotedPoints,
    lines: priced.value.lines.map((line, index) => ({
      productId: line.product.productId,
      name: line.product.name,
      quantityThousandths: line.quantityThousandths,
      grossMinor: line.grossMinor,
      discountMinor: line.discountMinor,
      netMinor: line.netMinor,
      pointsEarned: pointsPerLine[index] ?? 0,
    })),
    offers: explainOffers(store.db, priced.value),
    exact: offers?.evaluation.exact ?? true,
  });
}

/** The live offers, the drafts that were asked for, and the form's own in the place of what is stored of it. */
function offersTried({ db }: OpenStore, drafts: Try['drafts'], form: Try['form']): Offer[] {
  const stored = allOffers
    .all(db, {})
    .filter(({ offerId, state }) => state === 'live' || (state === 'draft' && (drafts?.includes(offerId) ?? true)))
    .map(({ offerId, version, terms }): Offer => ({ ...terms, id: offerId, version }));
  if (!form) return stored;
  const version = (stored.find(({ id }) => id === form.offerId)?.version ?? 0) + 1;
  return [...stored.filter(({ id }) => id !== form.offerId), { ...form.terms, id: form.offerId, version }];
}
