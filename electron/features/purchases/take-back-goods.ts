import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { purchaseKnown } from '../../../db/purchases/purchases.queries.ts';
import type { purchasesContract } from '../../../shared/contract/purchases.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal } from '../../../shared/kernel/outcome.ts';
import { decideReturn } from '../../../shared/purchases/return.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import { repeatedReturn } from './repeated-return.ts';
import { returnableSale } from './return-snapshot.ts';
import { tillSnapshot } from './sale-snapshot.ts';

type TakeBack = z.output<typeof purchasesContract.takeBack.input>;
type TakeBackOutcome = Outcome<
  { readonly purchaseId: Id<'purchase'> },
  Refusal<(typeof purchasesContract.takeBack.refusals)[number]>
>;

/** Takes goods back by receipt and line: the refund and the points move in one transaction, once per `returnId`. */
export function takeBackGoods(
  store: OpenStore,
  command: TakeBack,
  staffId: Id<'staff'> | null,
  nowMs: number,
  ids: IdSource,
): TakeBackOutcome {
  return perform<TakeBackOutcome>(store.db, nowMs, (act) => {
    if (purchaseKnown.get(act.db, { purchaseId: command.returnId }))
      return repeatedReturn(store, command.returnId, { entryKind: 'return', ...command });
    const sale = returnableSale(store, command.originalId);
    if (!sale.ok) return sale;
    const snapshot = { sale: sale.value, day: store.day, staffId, ...tillSnapshot(store) };
    const decided = decideReturn(snapshot, command, nowMs, ids);
    if (!decided.ok) return decided;
    act.record('purchase', decided.value.purchase);
    for (const entry of decided.value.entries) act.record('points-entry', entry);
    audit(
      act,
      { store, staffId, ids },
      { action: 'return', subjectKind: 'purchase', subjectId: command.returnId, fields: [] },
    );
    return done({ purchaseId: command.returnId });
  });
}
