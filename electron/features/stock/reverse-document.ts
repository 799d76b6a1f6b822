import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { documentById, documentLines } from '../../../db/stock/stock-documents.queries.ts';
import type { stockContract } from '../../../shared/contract/stock.contract.ts';
import { minus } from '../../../shared/kernel/minus.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { type DocumentOutcome, knownDocument, type Mover, recordDocument } from './record-document.ts';

type Reverse = z.output<typeof stockContract.reverse.input>;
type ReverseRefusal = 'stock-document-unknown' | 'not-reversible' | 'already-reversed';

/** Takes a receipt or an adjustment back by a document of the same lines turned round. A wrong count is counted again. */
export function reverseDocument(
  store: OpenStore,
  { documentId, reversesId }: Reverse,
  mover: Mover,
  nowMs: number,
): DocumentOutcome<ReverseRefusal> {
  return perform<DocumentOutcome<ReverseRefusal>>(store.db, nowMs, (act) => {
    const original = documentById.get(act.db, { documentId: reversesId });
    if (!original) return refuse('stock-document-unknown');
    const { kind, supplier, reference, reason, note, purchaseId } = original;
    const said = { kind, supplier, reference, reason, note, reversesId, purchaseId };
    const lines = documentLines
      .all(act.db, { documentPk: original.documentPk })
      .map(({ productId, changeThousandths, unitCostMinor }) => ({
        productId,
        changeThousandths: minus(changeThousandths),
        unitCostMinor,
      }));
    const asked = lines.map((line) => ({ ...line, counted: null }));
    const known = knownDocument(act, documentId, said, asked);
    if (known) return known;
    if (kind === 'count' || original.reversesId !== null) return refuse('not-reversible');
    if (original.reversedById !== null) return refuse('already-reversed');
    const document = { ...said, id: documentId, lines: lines.map((line) => ({ ...line, count: null })) };
    recordDocument(act, store, mover, document);
    return done({ documentId });
  });
}
