import { LEDGER_KINDS } from '../../shared/stock/ledger.ts';
import { DEMAND_DAYS } from '../../shared/stock/reorder.ts';
import { ADJUSTMENT_REASONS } from '../../shared/stock/stock.facts.ts';
import { flag, id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';
import { PRODUCT_FITS } from '../products/products.queries.ts';

const STORE = '(SELECT store_pk FROM store WHERE id = @storeId)';

/** A product as the stock shows it. What more is ordered at is a week's sale, as in shared/stock/reorder.ts; a law holds the two together. */
const STOCKED = `
  WITH sold AS (
    SELECT product_pk, max(sum(sold_thousandths), 0) AS sold FROM stock_day
    WHERE store_pk = ${STORE} AND business_date >= @sinceDate AND business_date < @today GROUP BY product_pk),
  kept AS (
    SELECT product.product_pk, product.id AS productId, sku, product.name, category.name AS category, unit, product.status, pinyin, initials,
      (SELECT barcode FROM product_barcode WHERE product_barcode.product_pk = product.product_pk AND position = 0) AS barcode,
      ifnull(stocked, 1) AS stocked, ifnull(on_hand_thousandths, 0) AS onHandThousandths, average_cost_milli AS averageCostMilli,
      ifnull(sold, 0) AS soldThousandths, reorder_thousandths AS setThousandths,
      ifnull(reorder_thousandths, (ifnull(sold, 0) * 7 + ${DEMAND_DAYS * 1000 - 1}) / ${DEMAND_DAYS * 1000} * 1000) AS reorderThousandths,
      last_receipt_at_ms AS lastReceiptAtMs, last_sale_at_ms AS lastSaleAtMs, last_count_at_ms AS lastCountAtMs, price_minor AS priceMinor
    FROM product LEFT JOIN category USING (category_pk)
    LEFT JOIN stock_level ON stock_level.product_pk = product.product_pk AND stock_level.store_pk = ${STORE}
    LEFT JOIN stock_terms ON stock_terms.product_pk = product.product_pk AND stock_terms.store_pk = ${STORE}
    LEFT JOIN sold ON sold.product_pk = product.product_pk WHERE product.status <> 'removed')`;

const COLUMNS = `productId, sku, name, category, unit, barcode, status, stocked, onHandThousandths, averageCostMilli, soldThousandths,
  setThousandths, reorderThousandths, lastReceiptAtMs, lastSaleAtMs, lastCountAtMs, priceMinor`;

/** What is no longer sold is shown as long as some of it is there. */
const SHOWN = `(status = 'active' OR onHandThousandths <> 0)`;
const LOW = `stocked = 1 AND ${SHOWN} AND CASE WHEN reorderThousandths > 0 OR setThousandths IS NOT NULL
    THEN onHandThousandths <= reorderThousandths ELSE onHandThousandths < 0 END`;
const FILTERS = {
  all: `stocked = 1 AND ${SHOWN}`,
  low: LOW,
  negative: 'stocked = 1 AND onHandThousandths < 0',
  uncounted: `stocked = 1 AND ${SHOWN} AND ifnull(lastCountAtMs, 0) < @countedSinceMs`,
  unstocked: `stocked = 0 AND status = 'active'`,
} as const;
const FILTERED = `CASE @filter ${Object.entries(FILTERS)
  .map(([filter, holds]) => `WHEN '${filter}' THEN ${holds}`)
  .join(' ')} END`;

const row = {
  productId: id('product'),
  sku: text,
  name: text,
  category: nullable(text),
  unit: oneOf(['piece', 'kg']),
  barcode: nullable(text),
  status: oneOf(['active', 'discontinued']),
  stocked: flag,
  onHandThousandths: integer,
  averageCostMilli: nullable(integer),
  soldThousandths: integer,
  setThousandths: nullable(integer),
  reorderThousandths: integer,
  lastReceiptAtMs: nullable(integer),
  lastSaleAtMs: nullable(integer),
  lastCountAtMs: nullable(integer),
  priceMinor: integer,
};
const days = { storeId: id('store'), sinceDate: text, today: text };

const SORT_COLUMNS = {
  name: 'name',
  sku: 'sku',
  onHand: 'onHandThousandths',
  // Only an order: what is shown is reckoned in whole numbers.
  value: 'onHandThousandths * (averageCostMilli / 1000000.0)',
  lastReceipt: 'lastReceiptAtMs',
  lastSale: 'lastSaleAtMs',
} as const;
type StockSort = keyof typeof SORT_COLUMNS;

const filter = { ...days, q: text, filter: text, countedSinceMs: integer };
const listBy = (sort: StockSort, direction: 'ASC' | 'DESC') =>
  defineQuery({
    name: `stock.list-by-${sort}-${direction}`,
    sql: `${STOCKED} SELECT ${COLUMNS} FROM kept AS product WHERE ${PRODUCT_FITS} AND ${FILTERED}
          ORDER BY ${SORT_COLUMNS[sort]} ${direction}, product_pk LIMIT @limit OFFSET @offset`,
    params: { ...filter, offset: integer, limit: integer },
    row,
  });
const bothWays = (sort: StockSort) => ({ ascending: listBy(sort, 'ASC'), descending: listBy(sort, 'DESC') });
export const STOCK_LISTS = {
  name: bothWays('name'),
  sku: bothWays('sku'),
  onHand: bothWays('onHand'),
  value: bothWays('value'),
  lastReceipt: bothWays('lastReceipt'),
  lastSale: bothWays('lastSale'),
};

export const countStock = defineQuery({
  name: 'stock.count',
  sql: `${STOCKED} SELECT count(*) AS total FROM kept AS product WHERE ${PRODUCT_FITS} AND ${FILTERED}`,
  params: filter,
  row: { total: integer },
});

export const stockFigures = defineQuery({
  name: 'stock.figures',
  sql: `${STOCKED} SELECT ${Object.entries(FILTERS)
    .map(([name, holds]) => `ifnull(sum(${holds}), 0) AS "${name}"`)
    .join(', ')} FROM kept`,
  params: { ...days, countedSinceMs: integer },
  row: { all: integer, low: integer, negative: integer, uncounted: integer, unstocked: integer },
});

/** What lies on the shelves, product by product, where a cost is known. */
export const stockValues = defineQuery({
  name: 'stock.values',
  sql: `SELECT on_hand_thousandths AS onHandThousandths, average_cost_milli AS averageCostMilli FROM stock_level
        WHERE store_pk = ${STORE} AND average_cost_milli IS NOT NULL AND NOT EXISTS
          (SELECT 1 FROM stock_terms WHERE stock_terms.store_pk = stock_level.store_pk AND stock_terms.product_pk = stock_level.product_pk AND stocked = 0)`,
  params: { storeId: id('store') },
  row: { onHandThousandths: integer, averageCostMilli: integer },
});

export const stockOfProduct = defineQuery({
  name: 'stock.of-product',
  sql: `${STOCKED} SELECT ${COLUMNS} FROM kept WHERE productId = @productId`,
  params: { ...days, productId: id('product') },
  row,
});

export const soldByDay = defineQuery({
  name: 'stock.sold-by-day',
  sql: `SELECT business_date AS businessDate, sold_thousandths AS soldThousandths FROM stock_day
        WHERE store_pk = ${STORE} AND business_date >= @sinceDate AND business_date < @today
          AND product_pk = (SELECT product_pk FROM product WHERE id = @productId)`,
  params: { ...days, productId: id('product') },
  row: { businessDate: text, soldThousandths: integer },
});

/** What is low, with the supplier of its newest receipt that names one. */
export const lowStock = defineQuery({
  name: 'stock.low',
  sql: `${STOCKED} SELECT ${COLUMNS},
          (SELECT supplier FROM stock_document_line JOIN stock_document USING (document_pk)
           WHERE stock_document_line.product_pk = kept.product_pk AND kind = 'receipt' AND supplier IS NOT NULL
           ORDER BY stock_document_line.at_ms DESC LIMIT 1) AS lastSupplier
        FROM kept WHERE ${LOW} AND status = 'active' ORDER BY lastSupplier, name, product_pk`,
  params: days,
  row: { ...row, lastSupplier: nullable(text) },
});

const PRODUCT = '(SELECT product_pk FROM product WHERE id = @productId)';
const LAST = '9223372036854775807';

/**
 * A product's newest movements by receipts and documents, a row each, found by their indexes; the newest of both are the
 * newest. A count comes after what moved at its moment, as it was reckoned. `before…` are where an earlier page ended.
 */
export const stockLedger = defineQuery({
  name: 'stock.ledger',
  sql: `SELECT * FROM (
          SELECT * FROM (
            SELECT entry_kind AS kind, occurred_at_ms AS atMs, -sum(quantity_thousandths) AS changeThousandths, purchase.id AS purchaseId,
              NULL AS documentId, receipt_number AS reference, NULL AS supplier, NULL AS reason, 0 AS isReversal,
              staff.name AS staffName, api_key.name AS apiKeyName
            FROM purchase_line CROSS JOIN purchase USING (purchase_pk) LEFT JOIN staff USING (staff_pk)
            LEFT JOIN api_key USING (api_key_pk)
            WHERE purchase_line.product_pk = ${PRODUCT} AND purchase.store_pk = ${STORE} AND channel <> 'import'
              AND purchase_line.purchase_pk < ifnull((SELECT purchase_pk FROM purchase WHERE id = @beforePurchaseId), ${LAST})
            GROUP BY purchase_line.purchase_pk ORDER BY purchase_line.purchase_pk DESC LIMIT @limit)
          UNION ALL
          SELECT * FROM (
            SELECT stock_document.kind, at_ms, sum(change_thousandths), NULL, stock_document.id, reference, supplier, reason,
              reverses_pk IS NOT NULL, staff.name, NULL
            FROM stock_document_line CROSS JOIN stock_document USING (document_pk) LEFT JOIN staff USING (staff_pk)
            WHERE stock_document_line.product_pk = ${PRODUCT} AND stock_document.store_pk = ${STORE}
              AND (at_ms, stock_document_line.document_pk) < (
                ifnull((SELECT last.at_ms FROM stock_document_line AS last
                        WHERE last.document_pk = (SELECT document_pk FROM stock_document WHERE id = @beforeDocumentId)
                          AND last.product_pk = ${PRODUCT} LIMIT 1), ${LAST}),
                ifnull((SELECT document_pk FROM stock_document WHERE id = @beforeDocumentId), ${LAST}))
            GROUP BY stock_document_line.at_ms, stock_document_line.document_pk
            ORDER BY stock_document_line.at_ms DESC, stock_document_line.document_pk DESC LIMIT @limit))
        ORDER BY atMs DESC, kind = 'count' DESC LIMIT @limit`,
  params: {
    storeId: id('store'),
    productId: id('product'),
    beforePurchaseId: nullable(id('purchase')),
    beforeDocumentId: nullable(id('stock-document')),
    limit: integer,
  },
  row: {
    kind: oneOf(LEDGER_KINDS),
    atMs: integer,
    changeThousandths: integer,
    purchaseId: nullable(id('purchase')),
    documentId: nullable(id('stock-document')),
    reference: nullable(text),
    supplier: nullable(text),
    reason: nullable(oneOf(ADJUSTMENT_REASONS)),
    isReversal: flag,
    staffName: nullable(text),
    apiKeyName: nullable(text),
  },
});

/** Everything that moved since an instant, for a count: what is sold while the counting goes on stays sold. */
export const movesSince = defineQuery({
  name: 'stock.moves-since',
  sql: `SELECT product.id AS productId, occurred_at_ms AS atMs, -quantity_thousandths AS changeThousandths
        FROM purchase JOIN purchase_line USING (purchase_pk) JOIN product USING (product_pk)
        WHERE purchase_pk > ifnull((SELECT purchase_pk FROM purchase WHERE occurred_at_ms <= @sinceMs ORDER BY purchase_pk DESC LIMIT 1), 0)
          AND store_pk = ${STORE} AND channel <> 'import' AND occurred_at_ms > @sinceMs
        UNION ALL
        SELECT product.id, at_ms, change_thousandths
        FROM stock_document JOIN stock_document_line USING (document_pk) JOIN product USING (product_pk)
        WHERE store_pk = ${STORE} AND occurred_at_ms > @sinceMs AND at_ms > @sinceMs`,
  params: { storeId: id('store'), sinceMs: integer },
  row: { productId: id('product'), atMs: integer, changeThousandths: integer },
});

/** What a document needs to know of a product. */
export const productToMove = defineQuery({
  name: 'stock.product-to-move',
  sql: `SELECT ifnull(stocked, 1) AS stocked, ifnull(on_hand_thousandths, 0) AS onHandThousandths, average_cost_milli AS averageCostMilli,
          last_count_at_ms AS lastCountAtMs
        FROM product
        LEFT JOIN stock_level ON stock_level.product_pk = product.product_pk AND stock_level.store_pk = ${STORE}
        LEFT JOIN stock_terms ON stock_terms.product_pk = product.product_pk AND stock_terms.store_pk = ${STORE}
        WHERE product.id = @productId AND product.status <> 'removed'`,
  params: { storeId: id('store'), productId: id('product') },
  row: {
    stocked: flag,
    onHandThousandths: integer,
    averageCostMilli: nullable(integer),
    lastCountAtMs: nullable(integer),
  },
});

export const termsOf = defineQuery({
  name: 'stock-terms.of-product',
  sql: `SELECT id AS termsId, version, stocked, reorder_thousandths AS reorderThousandths FROM stock_terms
        WHERE store_pk = ${STORE} AND product_pk = (SELECT product_pk FROM product WHERE id = @productId)`,
  params: { storeId: id('store'), productId: id('product') },
  row: { termsId: id('stock-terms'), version: integer, stocked: flag, reorderThousandths: nullable(integer) },
});

export const stockCategories = defineQuery({
  name: 'stock.categories',
  sql: `SELECT DISTINCT category.name AS category FROM product JOIN category USING (category_pk)
        LEFT JOIN stock_terms ON stock_terms.product_pk = product.product_pk AND stock_terms.store_pk = ${STORE}
        WHERE product.status = 'active' AND ifnull(stocked, 1) = 1 ORDER BY category.name`,
  params: { storeId: id('store') },
  row: { category: text },
});

export const countSheet = defineQuery({
  name: 'stock.count-sheet',
  sql: `SELECT product.id AS productId, sku, product.name, category.name AS category, unit,
          (SELECT barcode FROM product_barcode WHERE product_barcode.product_pk = product.product_pk AND position = 0) AS barcode
        FROM product LEFT JOIN category USING (category_pk)
        LEFT JOIN stock_level ON stock_level.product_pk = product.product_pk AND stock_level.store_pk = ${STORE}
        LEFT JOIN stock_terms ON stock_terms.product_pk = product.product_pk AND stock_terms.store_pk = ${STORE}
        WHERE ifnull(stocked, 1) = 1 AND (product.status = 'active' OR product.status = 'discontinued' AND ifnull(on_hand_thousandths, 0) <> 0)
          AND (@category IS NULL OR category.name = @category)
        ORDER BY category.name, sku, product.product_pk`,
  params: { storeId: id('store'), category: nullable(text) },
  row: {
    productId: id('product'),
    sku: text,
    name: text,
    category: nullable(text),
    unit: oneOf(['piece', 'kg']),
    barcode: nullable(text),
  },
});

/** How much of a product came back with a return, and how much of that was written off. */
export const returnedGoods = defineQuery({
  name: 'stock.returned-goods',
  sql: `SELECT ifnull(-sum(quantity_thousandths), 0) AS returnedThousandths,
          (SELECT ifnull(-sum(change_thousandths), 0) FROM stock_document JOIN stock_document_line USING (document_pk)
           WHERE stock_document.purchase_pk = purchase.purchase_pk AND stock_document_line.product_pk = purchase_line.product_pk) AS writtenOffThousandths
        FROM purchase JOIN purchase_line USING (purchase_pk)
        WHERE purchase.id = @purchaseId AND entry_kind = 'return'
          AND product_pk = (SELECT product_pk FROM product WHERE id = @productId)`,
  params: { purchaseId: id('purchase'), productId: id('product') },
  row: { returnedThousandths: integer, writtenOffThousandths: integer },
});
