import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { returnedGoods } from '../../../db/stock/stock.queries.ts';
import type { stockContract } from '../../../shared/contract/stock.contract.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import {
  type DocumentOutcome,
  knownDocument,
  type Mover,
  NOTHING_SAID,
  productsToMove,
  recordDocument,
} from './record-document.ts';

type Adjust = z.output<typeof stockContract.adjust.input>;
type AdjustRefusal = 'stock-product-unknown' | 'not-stocked' | 'more-than-returned';

/** Adds to a product's stock or takes from it, with the reason. Of a return no more is written off than came back. */
export function adjustStock(
  store: OpenStore,
  { documentId, productId, changeThousandths, reason, note, purchaseId }: Adjust,
  mover: Mover,
  nowMs: number,
): DocumentOutcome<AdjustRefusal> {
  const said = { ...NOTHING_SAID, kind: 'adjustment' as const, reason, note: note || null, purchaseId };
  const line = { productId, changeThousandths, unitCostMinor: null };
  return perform<DocumentOutcome<AdjustRefusal>>(store.db, nowMs, (act) => {
    const known = knownDocument(act, documentId, said, [{ ...line, counted: null }]);
    if (known) return known;
    const products = productsToMove(store, [productId]);
    if (!products.ok) return products;
    if (purchaseId !== null) {
      const goods = returnedGoods.get(act.db, { purchaseId, productId });
      const leftThousandths = goods ? goods.returnedThousandths - goods.writtenOffThousandths : 0;
      if (-changeThousandths > leftThousandths) return refuse('more-than-returned', { leftThousandths });
    }
    recordDocument(act, store, mover, { ...said, id: documentId, lines: [{ ...line, count: null }] });
    return done({ documentId });
  });
}
