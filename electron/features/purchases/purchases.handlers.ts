import { purchasesOfMember } from '../../../db/purchases/purchases.queries.ts';
import { purchasesContract } from '../../../shared/contract/purchases.contract.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { completeSale } from './complete-sale.ts';
import { quoteBasket } from './quote-basket.ts';
import { receiptOf } from './receipt-of.ts';

export const purchasesRouter = router({
  quote: serveQuery(purchasesContract.quote, ({ store, clock }, basket) => quoteBasket(store, basket, clock())),
  complete: serveMutation(purchasesContract.complete, ({ store, staff, clock, ids, host }, command) => {
    const outcome = completeSale(store, command, staff.staffId, clock(), ids);
    if (outcome.ok)
      host.changes.publish([
        'purchases',
        ...(command.memberId ? [`member:${command.memberId}`, `points:${command.memberId}`] : []),
      ]);
    return outcome;
  }),
  receipt: serveQuery(purchasesContract.receipt, ({ store }, { purchaseId }) => {
    const receipt = receiptOf(store, purchaseId);
    return receipt ? done(receipt) : refuse('purchase-unknown');
  }),
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
