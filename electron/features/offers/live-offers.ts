import type { ReadDb } from '../../../db/kernel/connection.ts';
import { liveOffers, newestOfferVersion } from '../../../db/offers/offers.queries.ts';
import type { Offer } from '../../../shared/promotions/offer.ts';

/** Reads the offers that are live, and again only after some offer has changed, in this program or another. */
export function makeLiveOffers(db: ReadDb): () => readonly Offer[] {
  let known: { readonly versionPk: number; readonly offers: readonly Offer[] } = { versionPk: 0, offers: [] };
  return () => {
    const versionPk = newestOfferVersion.get(db, {})?.versionPk ?? 0;
    if (known.versionPk !== versionPk)
      known = {
        versionPk,
        offers: liveOffers
          .all(db, {})
          .map(({ offerId, version, terms }): Offer => ({ ...terms, id: offerId, version })),
      };
    return known.offers;
  };
}
