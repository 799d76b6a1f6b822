import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { lastSaleOfTill, purchaseKnown } from '../../../db/purchases/purchases.queries.ts';
import type { purchasesContract } from '../../../shared/contract/purchases.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { decideVoid } from '../../../shared/purchases/return.ts';
import type { Doer } from '../../../shared/staff/doer.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { tellOfPurchase } from '../messages/tell-of-purchase.ts';
import { audit } from '../staff/audit.ts';
import { lowerByReturn } from '../tiers/follow-purchase.ts';
import { repeatedReturn } from './repeated-return.ts';
import { type ReturnableSale, returnableSale } from './return-snapshot.ts';
import { tillSnapshot } from './sale-snapshot.ts';

type Void = z.output<typeof purchasesContract.voidLast.input>;
type VoidOutcome = Outcome<
  { readonly purchaseId: Id<'purchase'> },
  Refusal<(typeof purchasesContract.voidLast.refusals)[number]>
>;

/** Whether a sale is the newest of this till and of today: older ones are returned, not voided. */
export const isLastSale = (store: OpenStore, sale: ReturnableSale, nowMs: number): boolean =>
  sale.tillId === store.facts.tillId &&
  sale.businessDate === businessDate(nowMs, store.day) &&
  lastSaleOfTill.get(store.db, { tillId: store.facts.tillId })?.purchaseId === sale.purchaseId;

/** Voids the till's last sale: every derived figure is as if it had not been, and both facts stay in the log. */
export function voidLastSale(
  store: OpenStore,
  { voidId, purchaseId }: Void,
  by: Doer,
  nowMs: number,
  ids: IdSource,
): VoidOutcome {
  return perform<VoidOutcome>(store.db, nowMs, (act) => {
    if (purchaseKnown.get(act.db, { purchaseId: voidId }))
      return repeatedReturn(store, voidId, { entryKind: 'void', originalId: purchaseId });
    const sale = returnableSale(store, purchaseId);
    if (!sale.ok) return sale.reason === 'not-returnable' ? refuse('already-voided') : refuse('purchase-unknown');
    if (!isLastSale(store, sale.value, nowMs)) return refuse('not-the-last-sale');
    const snapshot = { sale: sale.value, day: store.day, by, ...tillSnapshot(store) };
    const decided = decideVoid(snapshot, voidId, nowMs, ids);
    if (!decided.ok) return decided;
    act.record('purchase', decided.value.purchase);
    for (const entry of decided.value.entries) act.record('points-entry', entry);
    if (decided.value.recall) act.record('coupon-recall', decided.value.recall);
    tellOfPurchase(act, store, decided.value.purchase, ids);
    lowerByReturn(act, store, decided.value.purchase, ids);
    audit(
      act,
      { store, staffId: by, ids },
      { action: 'void', subjectKind: 'purchase', subjectId: purchaseId, fields: [] },
    );
    return done({ purchaseId: voidId });
  });
}
