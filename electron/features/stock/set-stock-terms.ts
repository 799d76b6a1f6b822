import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { productToMove, termsOf } from '../../../db/stock/stock.queries.ts';
import type { stockContract } from '../../../shared/contract/stock.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import type { Mover } from './record-document.ts';

type Terms = z.output<typeof stockContract.setTerms.input>;
type TermsOutcome = Outcome<{ readonly productId: Id<'product'> }, Refusal<'stock-product-unknown'>>;

/** Says how this store keeps a product. The same again writes nothing. */
export function setStockTerms(
  store: OpenStore,
  { productId, stocked, reorderThousandths }: Terms,
  { staffId, ids }: Mover,
  nowMs: number,
): TermsOutcome {
  const { storeId } = store.facts;
  return perform<TermsOutcome>(store.db, nowMs, (act) => {
    if (!productToMove.get(act.db, { storeId, productId })) return refuse('stock-product-unknown');
    const known = termsOf.get(act.db, { storeId, productId });
    const fields = [
      ...((known?.stocked ?? true) === stocked ? [] : ['stocked']),
      ...((known?.reorderThousandths ?? null) === reorderThousandths ? [] : ['reorder']),
    ];
    if (fields.length === 0) return done({ productId });
    act.record('stock-terms', {
      id: known?.termsId ?? ids<'stock-terms'>(),
      owner: storeId,
      version: (known?.version ?? 0) + 1,
      storeId,
      productId,
      stocked,
      reorderThousandths,
    });
    audit(
      act,
      { store, staffId, ids },
      { action: 'stock-terms', subjectKind: 'product', subjectId: productId, fields },
    );
    return done({ productId });
  });
}
