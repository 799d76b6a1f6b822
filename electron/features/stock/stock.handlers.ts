import {
  countStock as countRows,
  countSheet,
  lowStock,
  STOCK_LISTS,
  stockCategories,
  stockFigures,
  stockOfProduct,
  stockValues,
} from '../../../db/stock/stock.queries.ts';
import { documentCount, documentPage, suppliers } from '../../../db/stock/stock-documents.queries.ts';
import { stockContract } from '../../../shared/contract/stock.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { worthMinor } from '../../../shared/stock/average-cost.ts';
import { expectedAt } from '../../../shared/stock/count.ts';
import { suggestedOrder } from '../../../shared/stock/reorder.ts';
import type { StoreCall } from '../../api/serve.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { adjustStock } from './adjust-stock.ts';
import { countableProducts, countStock } from './count-stock.ts';
import { documentView, headOf } from './document-view.ts';
import { ledgerPage } from './ledger-page.ts';
import { receiveGoods } from './receive-goods.ts';
import { reverseDocument } from './reverse-document.ts';
import { setStockTerms } from './set-stock-terms.ts';
import { keepStockDrafts, stockDrafts } from './stock-drafts.ts';
import { stockOfOne } from './stock-of-product.ts';
import { countedSinceMs, demandDays, rowOf } from './stock-rows.ts';

const moverOf = ({ staff, ids }: StoreCall) => ({ staffId: staff.staffId, ids });

/** Tells every window that stock moved, and answers with the document that moved it. */
function recorded<Reason extends string>(
  { store, host }: StoreCall,
  outcome: Outcome<{ readonly documentId: Id<'stock-document'> }, Refusal<Reason>>,
) {
  if (!outcome.ok) return outcome;
  host.changes.publish(['stock']);
  return documentView(store, outcome.value.documentId);
}

export const stockRouter = router({
  list: serveQuery(stockContract.list, ({ store, clock }, { q, filter, sort, descending, offset, limit }) => {
    const nowMs = clock();
    const asked = {
      ...demandDays(store, nowMs),
      q: q.toLowerCase(),
      filter,
      countedSinceMs: countedSinceMs(nowMs),
    };
    const list = STOCK_LISTS[sort][descending ? 'descending' : 'ascending'];
    return done({
      total: countRows.get(store.db, asked)?.total ?? 0,
      rows: list.all(store.db, { ...asked, offset, limit }).map(rowOf),
    });
  }),
  figures: serveQuery(stockContract.figures, ({ store, clock }) => {
    const nowMs = clock();
    const days = demandDays(store, nowMs);
    const counts = stockFigures.get(store.db, { ...days, countedSinceMs: countedSinceMs(nowMs) });
    let valueMinor = 0;
    for (const { onHandThousandths, averageCostMilli } of stockValues.iterate(store.db, { storeId: days.storeId }))
      valueMinor += worthMinor(onHandThousandths, averageCostMilli);
    return done({ counts: counts ?? { all: 0, low: 0, negative: 0, uncounted: 0, unstocked: 0 }, valueMinor });
  }),
  ofProduct: serveQuery(stockContract.ofProduct, ({ store, clock }, { productId }) => {
    const stock = stockOfOne(store, productId, clock());
    return stock ? done(stock) : refuse('product-unknown');
  }),
  ledger: serveQuery(stockContract.ledger, ({ store, clock }, question) => {
    const page = ledgerPage(store, question, clock());
    return page ? done(page) : refuse('product-unknown');
  }),
  toOrder: serveQuery(stockContract.toOrder, ({ store, clock }, { coverDays }) =>
    done(
      lowStock.all(store.db, demandDays(store, clock())).map(({ lastSupplier, ...kept }) => ({
        ...rowOf(kept),
        soldThousandths: kept.soldThousandths,
        suggestedThousandths: suggestedOrder({ ...kept, reorderThousandths: kept.setThousandths }, coverDays),
        lastSupplier,
      })),
    ),
  ),
  categories: serveQuery(stockContract.categories, ({ store }) =>
    done(stockCategories.all(store.db, { storeId: store.facts.storeId }).map(({ category }) => category)),
  ),
  countSheet: serveQuery(stockContract.countSheet, ({ store }, { category }) =>
    done(countSheet.all(store.db, { storeId: store.facts.storeId, category })),
  ),
  expected: serveQuery(stockContract.expected, ({ store, clock }, { lines }) => {
    const products = countableProducts(store, lines, clock());
    if (!products.ok) return products;
    return done(
      lines.flatMap(({ productId, atMs }) => {
        const product = products.value.get(productId);
        return product
          ? [
              {
                productId,
                expectedThousandths: expectedAt(product, atMs),
                averageCostMilli: product.averageCostMilli,
              },
            ]
          : [];
      }),
    );
  }),
  documents: serveQuery(stockContract.documents, ({ store }, { kind, offset, limit }) =>
    done({
      total: documentCount.get(store.db, { kind })?.total ?? 0,
      rows: documentPage.all(store.db, { kind, offset, limit }).map(headOf),
    }),
  ),
  document: serveQuery(stockContract.document, ({ store }, { documentId }) => documentView(store, documentId)),
  suppliers: serveQuery(stockContract.suppliers, ({ store }) =>
    done(suppliers.all(store.db, {}).map(({ supplier }) => supplier)),
  ),
  drafts: serveQuery(stockContract.drafts, ({ store }) => done(stockDrafts(store))),
  keepDrafts: serveMutation(stockContract.keepDrafts, ({ store }, drafts) => {
    keepStockDrafts(store, drafts);
    return done(null);
  }),
  receive: serveMutation(stockContract.receive, (call, input) =>
    recorded(call, receiveGoods(call.store, input, moverOf(call), call.clock())),
  ),
  reverse: serveMutation(stockContract.reverse, (call, input) =>
    recorded(call, reverseDocument(call.store, input, moverOf(call), call.clock())),
  ),
  count: serveMutation(stockContract.count, (call, input) =>
    recorded(call, countStock(call.store, input, moverOf(call), call.clock())),
  ),
  adjust: serveMutation(stockContract.adjust, (call, input) =>
    recorded(call, adjustStock(call.store, input, moverOf(call), call.clock())),
  ),
  setTerms: serveMutation(stockContract.setTerms, (call, input) => {
    const outcome = setStockTerms(call.store, input, moverOf(call), call.clock());
    if (!outcome.ok) return outcome;
    call.host.changes.publish(['stock']);
    const kept = stockOfProduct.get(call.store.db, {
      ...demandDays(call.store, call.clock()),
      productId: input.productId,
    });
    return kept ? done(rowOf(kept)) : refuse('stock-product-unknown');
  }),
});
