import type { Id } from '../../shared/kernel/id.ts';
import type { PurchaseFact } from '../../shared/purchases/purchase.fact.ts';
import { averageCostAfter } from '../../shared/stock/average-cost.ts';
import {
  ADJUSTMENT_REASONS,
  STOCK_DOCUMENT_KINDS,
  type StockDocumentFact,
  type StockDocumentLineFact,
  type StockTermsFact,
} from '../../shared/stock/stock.facts.ts';
import { flag, id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const STORE = '(SELECT store_pk FROM store WHERE id = @storeId)';

/** All lines of a purchase at once. `moves` is 0 for what another system sold before: it never lay on these shelves. */
const addPurchase = defineWrite({
  name: 'stock-level.add-purchase',
  sql: `INSERT INTO stock_level (store_pk, product_pk, on_hand_thousandths, last_sale_at_ms)
        SELECT ${STORE}, product_pk, -@moves * quantity_thousandths, @soldAtMs
        FROM purchase_line WHERE purchase_pk = @purchasePk AND product_pk IS NOT NULL
        ON CONFLICT (store_pk, product_pk) DO UPDATE SET
          on_hand_thousandths = on_hand_thousandths + excluded.on_hand_thousandths,
          last_sale_at_ms = ifnull(excluded.last_sale_at_ms, last_sale_at_ms)`,
  params: { storeId: id('store'), purchasePk: integer, moves: integer, soldAtMs: nullable(integer) },
});

const addSold = defineWrite({
  name: 'stock-day.add-purchase',
  sql: `INSERT INTO stock_day (store_pk, business_date, product_pk, sold_thousandths)
        SELECT ${STORE}, @businessDate, product_pk, quantity_thousandths
        FROM purchase_line WHERE purchase_pk = @purchasePk AND product_pk IS NOT NULL
        ON CONFLICT (store_pk, business_date, product_pk) DO UPDATE SET
          sold_thousandths = sold_thousandths + excluded.sold_thousandths`,
  params: { storeId: id('store'), purchasePk: integer, businessDate: text },
});

/** Moves the stock by what was sold, or gives back what came back, in the purchase's own transaction. */
export function movePurchasedStock(db: WriteDb, purchasePk: number, fact: PurchaseFact): void {
  addPurchase.run(db, {
    storeId: fact.storeId,
    purchasePk,
    moves: fact.channel === 'import' ? 0 : 1,
    soldAtMs: fact.entryKind === 'sale' ? fact.occurredAtMs : null,
  });
  addSold.run(db, { storeId: fact.storeId, purchasePk, businessDate: fact.businessDate });
}

const reckonLastSale = defineWrite({
  name: 'stock-level.reckon-last-sales',
  sql: `UPDATE stock_level SET last_sale_at_ms =
          (SELECT occurred_at_ms FROM purchase_line JOIN purchase USING (purchase_pk)
           WHERE purchase_line.product_pk = stock_level.product_pk AND purchase.store_pk = stock_level.store_pk
             AND entry_kind = 'sale' AND state = 'completed'
           ORDER BY purchase_pk DESC LIMIT 1)
        WHERE store_pk = ${STORE} AND product_pk IN (SELECT product_pk FROM purchase_line WHERE purchase_pk = @purchasePk)`,
  params: { storeId: id('store'), purchasePk: integer },
});

/** After a void each of its products was last sold by the newest sale that stands. */
export const reckonLastSales = (db: WriteDb, purchasePk: number, storeId: Id<'store'>): void =>
  void reckonLastSale.run(db, { purchasePk, storeId });

const putTerms = defineWrite({
  name: 'stock-terms.put',
  sql: `INSERT INTO stock_terms (id, owner, version, store_pk, product_pk, stocked, reorder_thousandths)
        VALUES (@id, @owner, @version, ${STORE}, (SELECT product_pk FROM product WHERE id = @productId), @stocked, @reorderThousandths)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, stocked = excluded.stocked,
          reorder_thousandths = excluded.reorder_thousandths
        WHERE excluded.version > stock_terms.version`,
  params: {
    id: id('stock-terms'),
    owner: text,
    version: integer,
    storeId: id('store'),
    productId: id('product'),
    stocked: flag,
    reorderThousandths: nullable(integer),
  },
});
export const writeStockTerms = (db: WriteDb, fact: StockTermsFact): void => void putTerms.run(db, fact);

const putDocument = defineWrite({
  name: 'stock-documents.put',
  sql: `INSERT INTO stock_document (id, kind, store_pk, till_pk, staff_pk, occurred_at_ms, business_date, supplier, reference, reason,
          note, reverses_pk, purchase_pk)
        VALUES (@id, @kind, ${STORE}, (SELECT till_pk FROM till WHERE id = @tillId), (SELECT staff_pk FROM staff WHERE id = @staffId),
          @occurredAtMs, @businessDate, @supplier, @reference, @reason, @note,
          (SELECT document_pk FROM stock_document WHERE id = @reversesId), (SELECT purchase_pk FROM purchase WHERE id = @purchaseId))`,
  params: {
    id: id('stock-document'),
    kind: oneOf(STOCK_DOCUMENT_KINDS),
    storeId: id('store'),
    tillId: id('till'),
    staffId: nullable(id('staff')),
    occurredAtMs: integer,
    businessDate: text,
    supplier: nullable(text),
    reference: nullable(text),
    reason: nullable(oneOf(ADJUSTMENT_REASONS)),
    note: nullable(text),
    reversesId: nullable(id('stock-document')),
    purchaseId: nullable(id('purchase')),
  },
});

const putDocumentLine = defineWrite({
  name: 'stock-documents.put-line',
  sql: `INSERT INTO stock_document_line (document_pk, line_no, product_pk, at_ms, change_thousandths, unit_cost_minor,
          counted_thousandths, expected_thousandths)
        VALUES (@documentPk, @lineNo, (SELECT product_pk FROM product WHERE id = @productId), @atMs, @changeThousandths,
          @unitCostMinor, @countedThousandths, @expectedThousandths)`,
  params: {
    documentPk: integer,
    lineNo: integer,
    productId: id('product'),
    atMs: integer,
    changeThousandths: integer,
    unitCostMinor: nullable(integer),
    countedThousandths: nullable(integer),
    expectedThousandths: nullable(integer),
  },
});

const levelOf = defineQuery({
  name: 'stock-level.value',
  sql: `SELECT on_hand_thousandths AS onHandThousandths, average_cost_milli AS averageCostMilli FROM stock_level
        WHERE store_pk = ${STORE} AND product_pk = (SELECT product_pk FROM product WHERE id = @productId)`,
  params: { storeId: id('store'), productId: id('product') },
  row: { onHandThousandths: integer, averageCostMilli: nullable(integer) },
});

const addDocumentLine = defineWrite({
  name: 'stock-level.add-document-line',
  sql: `INSERT INTO stock_level (store_pk, product_pk, on_hand_thousandths, average_cost_milli, last_count_at_ms)
        VALUES (${STORE}, (SELECT product_pk FROM product WHERE id = @productId), @changeThousandths, @averageCostMilli, @countAtMs)
        ON CONFLICT (store_pk, product_pk) DO UPDATE SET
          on_hand_thousandths = on_hand_thousandths + excluded.on_hand_thousandths,
          average_cost_milli = excluded.average_cost_milli,
          last_count_at_ms = max(ifnull(last_count_at_ms, excluded.last_count_at_ms), ifnull(excluded.last_count_at_ms, last_count_at_ms))`,
  params: {
    storeId: id('store'),
    productId: id('product'),
    changeThousandths: integer,
    averageCostMilli: nullable(integer),
    countAtMs: nullable(integer),
  },
});

/** The newest receipt that nothing took back. */
const reckonLastReceipt = defineWrite({
  name: 'stock-level.reckon-last-receipt',
  sql: `UPDATE stock_level SET last_receipt_at_ms =
          (SELECT max(occurred_at_ms) FROM stock_document_line JOIN stock_document USING (document_pk)
           WHERE stock_document_line.product_pk = stock_level.product_pk AND stock_document.store_pk = stock_level.store_pk
             AND kind = 'receipt' AND reverses_pk IS NULL
             AND NOT EXISTS (SELECT 1 FROM stock_document AS back WHERE back.reverses_pk = stock_document.document_pk))
        WHERE store_pk = ${STORE} AND product_pk = (SELECT product_pk FROM product WHERE id = @productId)`,
  params: { storeId: id('store'), productId: id('product') },
});

function moveByDocument(db: WriteDb, { storeId, kind }: StockDocumentFact, line: StockDocumentLineFact): void {
  const { productId, changeThousandths, unitCostMinor, count } = line;
  const before = levelOf.get(db, { storeId, productId }) ?? { onHandThousandths: 0, averageCostMilli: null };
  addDocumentLine.run(db, {
    storeId,
    productId,
    changeThousandths,
    averageCostMilli: averageCostAfter(before, changeThousandths, unitCostMinor),
    countAtMs: count?.atMs ?? null,
  });
  if (kind === 'receipt') reckonLastReceipt.run(db, { storeId, productId });
}

/** Writes goods received, counted or adjusted, and moves the stock by each line in turn. */
export function writeStockDocument(db: WriteDb, fact: StockDocumentFact): void {
  const documentPk = putDocument.insert(db, fact);
  for (const [index, line] of fact.lines.entries()) {
    putDocumentLine.run(db, {
      documentPk,
      lineNo: index + 1,
      productId: line.productId,
      atMs: line.count?.atMs ?? fact.occurredAtMs,
      changeThousandths: line.changeThousandths,
      unitCostMinor: line.unitCostMinor,
      countedThousandths: line.count?.countedThousandths ?? null,
      expectedThousandths: line.count?.expectedThousandths ?? null,
    });
    moveByDocument(db, fact, line);
  }
}
