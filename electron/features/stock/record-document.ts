import type { Act } from '../../../db/changes/act.ts';
import { productToMove } from '../../../db/stock/stock.queries.ts';
import { documentById, documentLines } from '../../../db/stock/stock-documents.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { AuditAction } from '../../../shared/staff/audit-actions.ts';
import type { StockDocumentFact } from '../../../shared/stock/stock.facts.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

export type DocumentOutcome<Reason extends string> = Outcome<
  { readonly documentId: Id<'stock-document'> },
  Refusal<Reason | 'stock-document-id-reused'>
>;

/** Who moves stock, and where ids come from. */
export interface Mover {
  readonly staffId: Id<'staff'> | null;
  readonly ids: IdSource;
}

type Said = Pick<
  StockDocumentFact,
  'kind' | 'supplier' | 'reference' | 'reason' | 'note' | 'reversesId' | 'purchaseId'
>;
export const NOTHING_SAID = {
  supplier: null,
  reference: null,
  reason: null,
  note: null,
  reversesId: null,
  purchaseId: null,
} as const;

const ACTIONS: Record<StockDocumentFact['kind'], AuditAction> = {
  receipt: 'receive-goods',
  count: 'count-stock',
  adjustment: 'adjust-stock',
};

/** Records a document and notes in the audit log who made it. */
export function recordDocument(
  act: Act,
  store: OpenStore,
  { staffId, ids }: Mover,
  document: Said & Pick<StockDocumentFact, 'id' | 'lines'>,
): void {
  act.record('stock-document', {
    ...document,
    storeId: store.facts.storeId,
    tillId: store.facts.tillId,
    staffId,
    occurredAtMs: act.nowMs,
    businessDate: businessDate(act.nowMs, store.day),
  });
  audit(
    act,
    { store, staffId, ids },
    {
      action: document.reversesId === null ? ACTIONS[document.kind] : 'reverse-stock',
      subjectKind: 'stock-document',
      subjectId: document.id,
      fields: [],
    },
  );
}

/** A line as it was asked for: what the clerk said, without what was reckoned from it. */
export interface AskedLine {
  readonly productId: Id<'product'>;
  /** Null where the quantity was counted: then the difference was reckoned. */
  readonly changeThousandths: number | null;
  readonly unitCostMinor: number | null;
  readonly counted: { readonly countedThousandths: number; readonly atMs: number } | null;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What an id stands for already: null where it is new; the document where it was asked for with the same content (its
 * answer was lost); a refusal where it stands for something else.
 */
export function knownDocument(
  act: Act,
  documentId: Id<'stock-document'>,
  said: Said,
  asked: readonly AskedLine[],
): DocumentOutcome<never> | null {
  const known = documentById.get(act.db, { documentId });
  if (!known) return null;
  const recorded = documentLines.all(act.db, { documentPk: known.documentPk }).map(
    (line): AskedLine => ({
      productId: line.productId,
      changeThousandths: line.countedThousandths === null ? line.changeThousandths : null,
      unitCostMinor: line.unitCostMinor,
      counted:
        line.countedThousandths === null ? null : { countedThousandths: line.countedThousandths, atMs: line.atMs },
    }),
  );
  const { kind, supplier, reference, reason, note, reversesId, purchaseId } = known;
  const isSame =
    same(
      [kind, supplier, reference, reason, note, reversesId, purchaseId],
      [said.kind, said.supplier, said.reference, said.reason, said.note, said.reversesId, said.purchaseId],
    ) && same(recorded, asked);
  return isSame ? done({ documentId }) : refuse('stock-document-id-reused');
}

/** The products of a document, or why one of them cannot move. `line` is 1-based. */
export function productsToMove(
  { db, facts }: OpenStore,
  productIds: readonly Id<'product'>[],
): Outcome<
  Map<Id<'product'>, NonNullable<ReturnType<typeof productToMove.get>>>,
  Refusal<'stock-product-unknown' | 'not-stocked'>
> {
  const products = new Map<Id<'product'>, NonNullable<ReturnType<typeof productToMove.get>>>();
  for (const [index, productId] of productIds.entries()) {
    const product = products.get(productId) ?? productToMove.get(db, { storeId: facts.storeId, productId });
    if (!product) return refuse('stock-product-unknown', { line: index + 1 });
    if (!product.stocked) return refuse('not-stocked', { line: index + 1 });
    products.set(productId, product);
  }
  return done(products);
}
