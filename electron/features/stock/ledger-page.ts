import type { z } from 'zod';
import { stockLedger, stockOfProduct } from '../../../db/stock/stock.queries.ts';
import type { stockContract } from '../../../shared/contract/stock.contract.ts';
import { withLevels } from '../../../shared/stock/ledger.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { demandDays } from './stock-rows.ts';

type Question = z.output<typeof stockContract.ledger.input>;
type Page = z.output<typeof stockContract.ledger.output>;

/** A page of a product's movements, newest first. Null for a product that is not here. */
export function ledgerPage(store: OpenStore, { productId, before, limit }: Question, nowMs: number): Page | null {
  const stock = stockOfProduct.get(store.db, { ...demandDays(store, nowMs), productId });
  if (!stock) return null;
  const found = stockLedger.all(store.db, {
    storeId: store.facts.storeId,
    productId,
    beforePurchaseId: before?.purchaseId ?? null,
    beforeDocumentId: before?.documentId ?? null,
    limit: limit + 1,
  });
  const rows = withLevels(before?.levelThousandths ?? stock.onHandThousandths, found).slice(0, limit);
  const oldest = rows.at(-1);
  if (!oldest || found.length <= limit) return { rows, next: null };
  return {
    rows,
    next: {
      purchaseId: rows.findLast((row) => row.purchaseId !== null)?.purchaseId ?? before?.purchaseId ?? null,
      documentId: rows.findLast((row) => row.documentId !== null)?.documentId ?? before?.documentId ?? null,
      levelThousandths: oldest.afterThousandths - oldest.changeThousandths,
    },
  };
}
