import type { z } from 'zod';
import { transaction } from '../../../db/kernel/connection.ts';
import { documentById } from '../../../db/stock/stock-documents.queries.ts';
import { dropStockDraft, putStockDraft, stockDraft } from '../../../db/stock/stock-drafts.queries.ts';
import type { stockContract } from '../../../shared/contract/stock.contract.ts';
import { countDraft, receiptDraft } from '../../../shared/stock/drafts.ts';
import type { OpenStore } from '../../api/open-store.ts';

const KINDS = ['receipt', 'count'] as const;

/** What is being received and counted, as it was kept last. What was saved meanwhile is a draft no longer. */
export function stockDrafts({ db }: OpenStore): z.output<typeof stockContract.drafts.output> {
  const kept = (kind: (typeof KINDS)[number]): unknown => JSON.parse(stockDraft.get(db, { kind })?.draft ?? 'null');
  const receipt = receiptDraft.safeParse(kept('receipt')).data ?? null;
  const count = countDraft.safeParse(kept('count')).data ?? null;
  const isSaved = (draft: typeof receipt | typeof count) =>
    draft !== null && documentById.get(db, { documentId: draft.documentId }) !== undefined;
  return { receipt: isSaved(receipt) ? null : receipt, count: isSaved(count) ? null : count };
}

/** Keeps what is being received or counted as it is now; null forgets it, and what is not named stays. */
export function keepStockDrafts(store: OpenStore, drafts: z.output<typeof stockContract.keepDrafts.input>): void {
  transaction(store.db, (tx) => {
    for (const kind of KINDS) {
      const draft = drafts[kind];
      if (draft === null) dropStockDraft.run(tx, { kind });
      else if (draft !== undefined) putStockDraft.run(tx, { kind, draft: JSON.stringify(draft) });
    }
  });
}
