import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { purchaseKnown } from '../../../db/purchases/purchases.queries.ts';
import type { purchasesContract } from '../../../shared/contract/purchases.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { MAX_BASKET_MINOR } from '../../../shared/purchases/price.ts';
import { decideReturnWithoutReceipt } from '../../../shared/purchases/return-without-receipt.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import { repeatedReturn } from './repeated-return.ts';
import { basketSnapshot, tillSnapshot } from './sale-snapshot.ts';

type Command = z.output<typeof purchasesContract.takeBackWithoutReceipt.input>;
type CommandOutcome = Outcome<
  { readonly purchaseId: Id<'purchase'> },
  Refusal<(typeof purchasesContract.takeBackWithoutReceipt.refusals)[number]>
>;

/** Takes goods back without a receipt, at prices that somebody with the right allows. No member, no points. */
export function takeBackWithoutReceipt(
  store: OpenStore,
  command: Command,
  by: { readonly staffId: Id<'staff'> | null; readonly approvedById: Id<'staff'> | null },
  nowMs: number,
  ids: IdSource,
): CommandOutcome {
  const { approvedById, staffId } = by;
  return perform<CommandOutcome>(store.db, nowMs, (act) => {
    if (purchaseKnown.get(act.db, { purchaseId: command.returnId }))
      return repeatedReturn(store, command.returnId, { entryKind: 'return', originalId: null, ...command });
    if (!approvedById) return refuse('approval-needed', { right: 'price.override' });
    const { products } = basketSnapshot(store, command, null, nowMs);
    const lines = command.lines.flatMap(({ productId, ...line }) => {
      const product = products.get(productId);
      return product ? [{ product, ...line }] : [];
    });
    if (lines.length < command.lines.length) return refuse('product-unknown');
    const refundedMinor = command.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0);
    if (refundedMinor > MAX_BASKET_MINOR) return refuse('amount-too-large');
    const decided = decideReturnWithoutReceipt(
      { day: store.day, by: staffId, ...tillSnapshot(store) },
      { ...command, lines, approvedById },
      nowMs,
    );
    if (!decided.ok) return decided;
    act.record('purchase', decided.value);
    const entry = {
      action: 'return-without-receipt',
      subjectKind: 'purchase',
      subjectId: command.returnId,
      fields: ['unitPriceMinor'],
    } as const;
    audit(act, { store, staffId: approvedById, ids }, entry);
    return done({ purchaseId: command.returnId });
  });
}
