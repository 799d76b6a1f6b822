import { couponsGivenBy, couponsOfPurchase } from '../../../db/coupons/coupons.queries.ts';
import { offersGivenBack, offersOfPurchase, promotionOfPurchase } from '../../../db/offers/offers.queries.ts';
import {
  entriesOfPurchase,
  figuresGivenBack,
  linesToReturn,
  saleToReturn,
  tendersOf,
} from '../../../db/purchases/purchases.queries.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { SaleToReturn } from '../../../shared/purchases/return.ts';
import type { OpenStore } from '../../api/open-store.ts';

export interface ReturnableSale extends SaleToReturn {
  readonly tillId: Id<'till'>;
}

type Sale = NonNullable<ReturnType<typeof saleToReturn.get>>;

/** The rules that the sale's offers applied by, with what has gone back under them; null where none did. */
function underOffers(db: OpenStore['db'], sale: Sale): SaleToReturn['under'] {
  const { purchasePk } = sale;
  const promotion = promotionOfPurchase.get(db, { purchasePk });
  if (!promotion) return null;
  const { occurredAtMs: instantMs, zone, businessDate, storeId, taxMinor, pointsEarned } = sale;
  return {
    frozen: promotion.frozen,
    at: { instantMs, zone, businessDate, storeId },
    had: offersOfPurchase
      .all(db, { purchasePk })
      .map(({ offerId, version, uses, discountMinor, points }) => ({ offerId, version, uses, discountMinor, points })),
    taxMinor,
    pointsEarned,
    coupons: couponsOfPurchase.all(db, { purchasePk }).map(({ code, offerId, uses }) => ({ code, offerId, uses })),
    given: couponsGivenBy
      .all(db, { purchasePk })
      .flatMap(({ code, offerId, state }) =>
        state === 'taken-back' ? [] : [{ code, offerId, isUsed: state === 'used' }],
      ),
    back: { ...(figuresGivenBack.get(db, { purchasePk }) ?? NOTHING), offers: offersGivenBack.all(db, { purchasePk }) },
  };
}
const NOTHING = { netMinor: 0, taxMinor: 0, pointsEarned: 0 };

/** A sale that still stands, with what has come back of it. Returns and voided sales are not returnable. */
export function returnableSale(
  { db }: OpenStore,
  purchaseId: Id<'purchase'>,
): Outcome<ReturnableSale, Refusal<'purchase-unknown' | 'not-returnable'>> {
  const sale = saleToReturn.get(db, { purchaseId });
  if (!sale) return refuse('purchase-unknown');
  if (sale.entryKind !== 'sale' || sale.state !== 'completed') return refuse('not-returnable');
  const { purchasePk, memberPk } = sale;
  const lines = linesToReturn.all(db, { purchasePk });
  const entries = memberPk === null ? [] : entriesOfPurchase.all(db, { memberPk, purchasePk });
  const earned = entries.find((entry) => entry.kind === 'earn');
  return done({
    ...sale,
    under: underOffers(db, sale),
    lines: lines.map(({ returnedThousandths: _, ...line }) => ({ ...line, override: null, originalLineNo: null })),
    returnedThousandths: lines.map((line) => line.returnedThousandths),
    tenders: tendersOf.all(db, { purchasePk }),
    taken: entries
      .filter((entry) => entry.kind === 'redeem')
      .map(({ lotId, ownerId, points }) => ({ lotId, ownerId, points: -points })),
    earned: earned ? { lotId: earned.lotId, heldPoints: earned.heldPoints } : null,
  });
}
