import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import type { stockContract } from '../../../shared/contract/stock.contract.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import {
  type DocumentOutcome,
  knownDocument,
  type Mover,
  NOTHING_SAID,
  productsToMove,
  recordDocument,
} from './record-document.ts';

type Receive = z.output<typeof stockContract.receive.input>;

/** Takes goods in: the stock grows and its average cost moves in one transaction, once per `documentId`. */
export function receiveGoods(
  store: OpenStore,
  { documentId, lines, ...input }: Receive,
  mover: Mover,
  nowMs: number,
): DocumentOutcome<'stock-product-unknown' | 'not-stocked'> {
  const said = {
    ...NOTHING_SAID,
    kind: 'receipt' as const,
    supplier: input.supplier || null,
    reference: input.reference || null,
    note: input.note || null,
  };
  const received = lines.map(({ productId, quantityThousandths, unitCostMinor }) => ({
    productId,
    changeThousandths: quantityThousandths,
    unitCostMinor,
  }));
  return perform<DocumentOutcome<'stock-product-unknown' | 'not-stocked'>>(store.db, nowMs, (act) => {
    const asked = received.map((line) => ({ ...line, counted: null }));
    const known = knownDocument(act, documentId, said, asked);
    if (known) return known;
    const products = productsToMove(
      store,
      received.map(({ productId }) => productId),
    );
    if (!products.ok) return products;
    const document = { ...said, id: documentId, lines: received.map((line) => ({ ...line, count: null })) };
    recordDocument(act, store, mover, document);
    return done({ documentId });
  });
}
