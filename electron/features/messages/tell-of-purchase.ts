import type { Act } from '../../../db/changes/act.ts';
import type { IdSource } from '../../../shared/kernel/id.ts';
import type { PurchaseFact } from '../../../shared/purchases/purchase.fact.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { moneyText } from './money-text.ts';
import { sendNotice } from './send-notice.ts';

/** Tells a member of a sale, or of what was paid back when goods came back or a sale was voided. */
export function tellOfPurchase(act: Act, store: OpenStore, purchase: PurchaseFact, ids: IdSource): void {
  const { id, memberId, entryKind, receiptNumber, netMinor, currency, pointsEarned, pointsRedeemed } = purchase;
  if (!memberId) return;
  const isSale = entryKind === 'sale';
  const given = (language: Parameters<typeof moneyText>[2]) => {
    const count = (points: number) => new Intl.NumberFormat(language).format(points);
    return {
      receiptNumber,
      amount: moneyText(isSale ? netMinor : -netMinor, currency, language),
      ...(isSale ? { earnedPoints: count(pointsEarned), usedPoints: count(pointsRedeemed) } : {}),
    };
  };
  sendNotice(act, { kind: isSale ? 'purchase' : 'return', memberId, about: id, given }, { store, ids });
}
