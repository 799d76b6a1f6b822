import type { OfferExplanation } from '../../../shared/contract/offers.contract.ts';

/** An offer that a little more would bring: money on its goods, or pieces of them. */
export type NearOffer =
  | { readonly kind: 'money'; readonly offerId: string; readonly name: string; readonly missingMinor: number }
  | { readonly kind: 'pieces'; readonly offerId: string; readonly name: string; readonly missingPieces: number };

/** A customer is asked for a little more only: up to a third of what the basket costs, or one piece. */
const NEAR_SHARE = 3;
const NEAR_PIECES = 1;

/** The offer that the basket just misses, the nearest first; null where none is near. */
export function nearestOffer(offers: readonly OfferExplanation[], basketMinor: number): NearOffer | null {
  const near = offers.flatMap((offer): (NearOffer & { readonly rank: number })[] => {
    if (offer.applied) return [];
    const { offerId, name, reason, details } = offer;
    const { missingMinor, missingPieces } = details;
    if (reason === 'spend-short' && typeof missingMinor === 'number' && missingMinor * NEAR_SHARE <= basketMinor)
      return [{ kind: 'money', offerId, name, missingMinor, rank: missingMinor }];
    if (reason === 'too-few' && typeof missingPieces === 'number' && missingPieces <= NEAR_PIECES)
      return [{ kind: 'pieces', offerId, name, missingPieces, rank: Number.MAX_SAFE_INTEGER }];
    return [];
  });
  const [nearest] = near.toSorted((a, b) => a.rank - b.rank);
  if (!nearest) return null;
  const { rank: _, ...offer } = nearest;
  return offer;
}
