import { describe, expect, it } from 'vitest';
import type { OfferExplanation } from '../../../shared/contract/offers.contract.ts';
import { nearestOffer } from './nearest-offer.ts';

const idNo = (no: number) => `offer-${no}` as OfferExplanation['offerId'];

const skipped = (
  no: number,
  reason: Extract<OfferExplanation, { applied: false }>['reason'],
  details: Record<string, number> = {},
): OfferExplanation => ({ offerId: idNo(no), version: 1, name: `offer ${no}`, applied: false, reason, details });

const applied: OfferExplanation = {
  offerId: idNo(9),
  version: 1,
  name: 'offer 9',
  applied: true,
  amountMinor: 500,
  perLine: [500],
  times: 1,
  cutBy: null,
  extra: null,
  points: 0,
};

describe('the offer that a basket just misses', () => {
  it('is the one that the least money is missing to', () =>
    expect(
      nearestOffer(
        [skipped(1, 'spend-short', { missingMinor: 1200 }), skipped(2, 'spend-short', { missingMinor: 900 }), applied],
        5000,
      ),
    ).toEqual({ kind: 'money', offerId: idNo(2), name: 'offer 2', missingMinor: 900 }));

  it('is none where more is missing than a third of the basket', () => {
    const offers = [skipped(1, 'spend-short', { missingMinor: 1001 })];
    expect(nearestOffer(offers, 3000)).toBeNull();
    expect(nearestOffer(offers, 3003)).not.toBeNull();
  });

  it('is one that a single piece is missing to, after those of money', () => {
    const piece = skipped(1, 'too-few', { missingPieces: 1 });
    expect(nearestOffer([piece], 100)).toEqual({ kind: 'pieces', offerId: idNo(1), name: 'offer 1', missingPieces: 1 });
    expect(nearestOffer([piece, skipped(2, 'spend-short', { missingMinor: 30 })], 100)?.offerId).toBe(idNo(2));
    expect(nearestOffer([skipped(1, 'too-few', { missingPieces: 2 })], 100)).toBeNull();
  });

  it('is none that is kept from the customer for another reason', () =>
    expect(nearestOffer([skipped(1, 'no-member'), skipped(2, 'other-hours')], 5000)).toBeNull());
});
