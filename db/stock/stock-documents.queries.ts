import { ADJUSTMENT_REASONS, STOCK_DOCUMENT_KINDS } from '../../shared/stock/stock.facts.ts';
import { id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';

const HEAD = `SELECT stock_document.document_pk AS documentPk, stock_document.id AS documentId, stock_document.kind,
    stock_document.occurred_at_ms AS occurredAtMs, stock_document.business_date AS businessDate, stock_document.supplier,
    stock_document.reference, stock_document.reason, stock_document.note, staff.name AS staffName,
    original.id AS reversesId, back.id AS reversedById, purchase.id AS purchaseId,
    (SELECT count(*) FROM stock_document_line WHERE stock_document_line.document_pk = stock_document.document_pk) AS lineCount
  FROM stock_document LEFT JOIN staff ON staff.staff_pk = stock_document.staff_pk
  LEFT JOIN stock_document AS original ON original.document_pk = stock_document.reverses_pk
  LEFT JOIN stock_document AS back ON back.reverses_pk = stock_document.document_pk
  LEFT JOIN purchase ON purchase.purchase_pk = stock_document.purchase_pk`;
const head = {
  documentPk: integer,
  documentId: id('stock-document'),
  kind: oneOf(STOCK_DOCUMENT_KINDS),
  occurredAtMs: integer,
  businessDate: text,
  supplier: nullable(text),
  reference: nullable(text),
  reason: nullable(oneOf(ADJUSTMENT_REASONS)),
  note: nullable(text),
  staffName: nullable(text),
  reversesId: nullable(id('stock-document')),
  reversedById: nullable(id('stock-document')),
  purchaseId: nullable(id('purchase')),
  lineCount: integer,
};

export const documentById = defineQuery({
  name: 'stock-documents.by-id',
  sql: `${HEAD} WHERE stock_document.id = @documentId`,
  params: { documentId: id('stock-document') },
  row: head,
});

export const documentLines = defineQuery({
  name: 'stock-documents.lines',
  sql: `SELECT product.id AS productId, sku, name, unit, at_ms AS atMs, change_thousandths AS changeThousandths,
          unit_cost_minor AS unitCostMinor, counted_thousandths AS countedThousandths, expected_thousandths AS expectedThousandths
        FROM stock_document_line JOIN product USING (product_pk) WHERE document_pk = @documentPk ORDER BY line_no`,
  params: { documentPk: integer },
  row: {
    productId: id('product'),
    sku: text,
    name: text,
    unit: oneOf(['piece', 'kg']),
    atMs: integer,
    changeThousandths: integer,
    unitCostMinor: nullable(integer),
    countedThousandths: nullable(integer),
    expectedThousandths: nullable(integer),
  },
});

const OF_KIND = '(@kind IS NULL OR stock_document.kind = @kind)';
const ofKind = { kind: nullable(oneOf(STOCK_DOCUMENT_KINDS)) };

export const documentPage = defineQuery({
  name: 'stock-documents.page',
  sql: `${HEAD} WHERE ${OF_KIND} ORDER BY stock_document.document_pk DESC LIMIT @limit OFFSET @offset`,
  params: { ...ofKind, limit: integer, offset: integer },
  row: head,
});

export const documentCount = defineQuery({
  name: 'stock-documents.count',
  sql: `SELECT count(*) AS total FROM stock_document WHERE ${OF_KIND}`,
  params: ofKind,
  row: { total: integer },
});

export const suppliers = defineQuery({
  name: 'stock-documents.suppliers',
  sql: `SELECT supplier FROM stock_document WHERE kind = 'receipt' AND supplier IS NOT NULL
        GROUP BY supplier ORDER BY max(document_pk) DESC LIMIT 50`,
  params: {},
  row: { supplier: text },
});
