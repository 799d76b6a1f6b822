import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { purchaseKnown, slipByNumber } from '../../../db/purchases/purchases.queries.ts';
import type { purchasesContract } from '../../../shared/contract/purchases.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { decideReturn } from '../../../shared/purchases/return.ts';
import type { Doer } from '../../../shared/staff/doer.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { tellOfPurchase } from '../messages/tell-of-purchase.ts';
import { audit } from '../staff/audit.ts';
import { lowerByReturn } from '../tiers/follow-purchase.ts';
import { repeatedReturn } from './repeated-return.ts';
import { returnableSale } from './return-snapshot.ts';
import { tillSnapshot } from './sale-snapshot.ts';

type TakeBack = z.output<typeof purchasesContract.takeBack.input> & {
  /** The number under which the till's own software books the return. One number is one slip at this till. */
  readonly posReceiptNumber?: string | undefined;
};
type TakeBackOutcome = Outcome<
  { readonly purchaseId: Id<'purchase'> },
  Refusal<(typeof purchasesContract.takeBack.refusals)[number]>
>;

/**
 * Takes goods back by receipt and line: the refund and the points move in one transaction. The same id, or the same
 * number of the till's own software, with the same goods answers as it did the first time; with others it is refused.
 */
export function takeBackGoods(
  store: OpenStore,
  command: TakeBack,
  by: Doer,
  nowMs: number,
  ids: IdSource,
): TakeBackOutcome {
  return perform<TakeBackOutcome>(store.db, nowMs, (act) => {
    if (purchaseKnown.get(act.db, { purchaseId: command.returnId }))
      return repeatedReturn(store, command.returnId, { entryKind: 'return', ...command });
    const { posReceiptNumber } = command;
    if (posReceiptNumber !== undefined) {
      const under = slipByNumber.get(act.db, { tillId: store.facts.tillId, receiptNumber: posReceiptNumber });
      if (under?.entryKind === 'sale') return refuse('receipt-number-in-use');
      const repeated = under && repeatedReturn(store, under.purchaseId, { entryKind: 'return', ...command });
      if (repeated) return repeated.ok ? repeated : refuse('receipt-number-in-use');
    }
    const sale = returnableSale(store, command.originalId);
    if (!sale.ok) return sale;
    const snapshot = { sale: sale.value, day: store.day, by, ...tillSnapshot(store) };
    const decided = decideReturn(snapshot, command, nowMs, ids);
    if (!decided.ok) return decided;
    act.record('purchase', decided.value.purchase);
    for (const entry of decided.value.entries) act.record('points-entry', entry);
    if (decided.value.recall) act.record('coupon-recall', decided.value.recall);
    tellOfPurchase(act, store, decided.value.purchase, ids);
    lowerByReturn(act, store, decided.value.purchase, ids);
    audit(
      act,
      { store, staffId: by, ids },
      { action: 'return', subjectKind: 'purchase', subjectId: command.returnId, fields: [] },
    );
    return done({ purchaseId: command.returnId });
  });
}
