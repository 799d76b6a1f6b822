import { couponsGivenBy, couponsOfPurchase, couponsRecalledBy } from '../../../db/coupons/coupons.queries.ts';
import { memberById } from '../../../db/members/members.queries.ts';
import { offersOfPurchase } from '../../../db/offers/offers.queries.ts';
import { linesOf, originalOf, purchaseById, tendersOf } from '../../../db/purchases/purchases.queries.ts';
import { tierChangeOfPurchase } from '../../../db/tiers/tiers.queries.ts';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { maskPhone } from '../../../shared/members/mask.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** The receipt of a purchase, as it was and always will be. Null for an id that is not here. */
export function receiptOf({ db }: OpenStore, purchaseId: Id<'purchase'>): Receipt | null {
  const purchase = purchaseById.get(db, { purchaseId });
  if (!purchase) return null;
  const { purchasePk, memberId, ...rest } = purchase;
  const member = memberId && memberById.get(db, { memberId });
  return {
    ...rest,
    member: member
      ? { memberId: member.memberId, name: member.name, phoneMasked: member.phone && maskPhone(member.phone) }
      : null,
    lines: linesOf.all(db, { purchasePk }),
    tenders: tendersOf.all(db, { purchasePk }),
    offers: offersOfPurchase
      .all(db, { purchasePk })
      .map(({ uses: _, discountMinor: amountMinor, ...offer }) => ({ ...offer, amountMinor })),
    coupons: {
      used: couponsOfPurchase
        .all(db, { purchasePk })
        .map(({ code, name, offerId, uses, discountMinor: amountMinor }) => ({
          code,
          name,
          offerId,
          uses,
          amountMinor,
        })),
      given: couponsGivenBy
        .all(db, { purchasePk })
        .map(({ code, name, fromDate, throughDate }) => ({ code, name, fromDate, throughDate })),
      takenBack: couponsRecalledBy.all(db, { purchasePk }),
    },
    tierChange: (member && tierChangeOfPurchase.get(db, { purchaseId })) ?? null,
    originalReceiptNumber: originalOf.get(db, { purchaseId })?.receiptNumber ?? null,
  };
}
