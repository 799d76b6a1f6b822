import { purchasesOfMember } from '../../../db/purchases/purchases.queries.ts';
import { purchasesContract, type Receipt } from '../../../shared/contract/purchases.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { completeSale } from './complete-sale.ts';
import { quoteBasket } from './quote-basket.ts';
import { receiptOf } from './receipt-of.ts';

const receipt = (store: OpenStore, purchaseId: Id<'purchase'>): Outcome<Receipt, Refusal<'purchase-unknown'>> => {
  const found = receiptOf(store, purchaseId);
  return found ? done(found) : refuse('purchase-unknown');
};

export const purchasesRouter = router({
  quote: serveQuery(purchasesContract.quote, ({ store, clock }, basket) => quoteBasket(store, basket, clock())),
  complete: serveMutation(purchasesContract.complete, ({ store, staff, clock, ids, host }, command) => {
    const outcome = completeSale(store, command, staff.staffId, clock(), ids);
    if (!outcome.ok) return outcome;
    host.changes.publish([
      'purchases',
      ...(command.memberId ? [`member:${command.memberId}`, `points:${command.memberId}`] : []),
    ]);
    return receipt(store, command.purchaseId);
  }),
  receipt: serveQuery(purchasesContract.receipt, ({ store }, { purchaseId }) => receipt(store, purchaseId)),
  ofMember: serveQuery(purchasesContract.ofMember, ({ store }, { memberId, before, limit }) =>
    done(
      purchasesOfMember.all(store.db, {
        memberId,
        beforeMs: before?.occurredAtMs ?? Number.MAX_SAFE_INTEGER,
        beforeId: before?.purchaseId ?? null,
        limit,
      }),
    ),
  ),
});
