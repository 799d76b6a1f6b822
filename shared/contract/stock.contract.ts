import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { countDraft, receiptDraft } from '../stock/drafts.ts';
import { LEDGER_KINDS } from '../stock/ledger.ts';
import { ADJUSTMENT_REASONS, STOCK_DOCUMENT_KINDS } from '../stock/stock.facts.ts';
import { dateText, instantMs, minor, nonNegativeMinor, sumMinor, words } from './fields.ts';
import { mutation, query } from './procedure.ts';
import { UNITS } from './products.contract.ts';

/** A quantity on a stock document, in thousandths: at most 100,000 pieces or kilograms a line. */
const quantity = z.int().min(1).max(100_000_000);
const unitCostMinor = nonNegativeMinor.max(100_000_000);
/** The most lines of one document, so that it is one small act; a larger store is counted by category. */
export const MAX_STOCK_LINES = 1000;

const product = z.object({
  productId: idOf('product'),
  sku: z.string(),
  name: z.string(),
  category: z.string().nullable(),
  unit: z.enum(UNITS),
  barcode: z.string().nullable(),
});

const stockRow = product.extend({
  status: z.enum(['active', 'discontinued']),
  stocked: z.boolean(),
  /** May be below zero: the till sells also what nobody has entered yet. */
  onHandThousandths: z.int(),
  /** The level at which more is ordered, and whether somebody set it; else it is a week's sale. */
  reorderThousandths: z.int().min(0),
  reorderIsSet: z.boolean(),
  isLow: z.boolean(),
  /** Average cost of one, in thousandths of the minor unit; null while no cost is known. */
  averageCostMilli: z.int().min(0).nullable(),
  valueMinor: sumMinor.nullable(),
  lastReceiptAtMs: instantMs.nullable(),
  lastSaleAtMs: instantMs.nullable(),
  lastCountAtMs: instantMs.nullable(),
});

export const STOCK_SORTS = ['name', 'sku', 'onHand', 'value', 'lastReceipt', 'lastSale'] as const;
export const STOCK_FILTERS = ['all', 'low', 'negative', 'uncounted', 'unstocked'] as const;
/** Days after which a product should be counted again. */
export const COUNT_AFTER_DAYS = 90;

const ledgerRow = z.object({
  kind: z.enum(LEDGER_KINDS),
  atMs: instantMs,
  changeThousandths: z.int(),
  /** The level right after it. */
  afterThousandths: z.int(),
  /** The receipt or the stock document that says so. */
  purchaseId: idOf('purchase').nullable(),
  documentId: idOf('stock-document').nullable(),
  /** A receipt's number, the supplier's number. */
  reference: z.string().nullable(),
  supplier: z.string().nullable(),
  reason: z.enum(ADJUSTMENT_REASONS).nullable(),
  isReversal: z.boolean(),
  staffName: z.string().nullable(),
  apiKeyName: z.string().nullable(),
});

/** Where a page of the ledger ended: the last receipt and document that it or an earlier one showed, and the level before them. */
const ledgerEnd = z.object({
  purchaseId: idOf('purchase').nullable(),
  documentId: idOf('stock-document').nullable(),
  levelThousandths: z.int(),
});

const documentHead = z.object({
  documentId: idOf('stock-document'),
  kind: z.enum(STOCK_DOCUMENT_KINDS),
  occurredAtMs: instantMs,
  businessDate: dateText,
  supplier: z.string().nullable(),
  reference: z.string().nullable(),
  reason: z.enum(ADJUSTMENT_REASONS).nullable(),
  note: z.string().nullable(),
  staffName: z.string().nullable(),
  /** The document that this one takes back, or the one that took it back. */
  reversesId: idOf('stock-document').nullable(),
  reversedById: idOf('stock-document').nullable(),
  lineCount: z.int(),
});
const stockDocument = documentHead.extend({
  lines: z.array(
    product.pick({ productId: true, sku: true, name: true, unit: true }).extend({
      changeThousandths: z.int(),
      unitCostMinor: minor.nullable(),
      count: z.object({ countedThousandths: z.int(), expectedThousandths: z.int(), atMs: instantMs }).nullable(),
    }),
  ),
  /** What the receipt cost; null where a cost is missing, or nothing was received. */
  costMinor: sumMinor.nullable(),
});

const moment = z.object({ productId: idOf('product'), atMs: instantMs });
const counted = moment.extend({ countedThousandths: z.int().min(0).max(100_000_000) });

export const stockContract = {
  /** A window of the products with what is there of each. */
  list: query({
    access: 'stock.read',
    input: z.object({
      q: words(64).default(''),
      filter: z.enum(STOCK_FILTERS).default('all'),
      sort: z.enum(STOCK_SORTS).default('name'),
      descending: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({ total: z.int(), rows: z.array(stockRow) }),
  }),
  /** How many products each filter shows, and what the stock is worth at its average cost. */
  figures: query({
    access: 'stock.read',
    input: z.void(),
    output: z.object({
      counts: z.record(z.enum(STOCK_FILTERS), z.int()),
      valueMinor: sumMinor,
    }),
  }),
  ofProduct: query({
    access: 'stock.read',
    input: z.object({ productId: idOf('product') }),
    output: stockRow.extend({
      priceMinor: nonNegativeMinor,
      /** Sold less returned by week, oldest first: eight weeks up to yesterday. */
      weeks: z.array(z.object({ firstDate: dateText, soldThousandths: z.int() })),
    }),
    refusals: ['product-unknown'],
  }),
  /** A page of a product's movements, newest first, with the level after each. */
  ledger: query({
    access: 'stock.read',
    input: z.object({
      productId: idOf('product'),
      before: ledgerEnd.nullable().default(null),
      limit: z.int().min(1).max(200).default(100),
    }),
    /** `next`: where the next page begins; null at the end. */
    output: z.object({ rows: z.array(ledgerRow), next: ledgerEnd.nullable() }),
    refusals: ['product-unknown'],
  }),
  /** What is low, with how much to order so that it lasts for the days. */
  toOrder: query({
    access: 'stock.read',
    input: z.object({ coverDays: z.int().min(1).max(180) }),
    output: z.array(
      stockRow.extend({ soldThousandths: z.int(), suggestedThousandths: z.int(), lastSupplier: z.string().nullable() }),
    ),
  }),
  /** The categories that have products in stock. */
  categories: query({ access: 'stock.read', input: z.void(), output: z.array(z.string()) }),
  /** What is to be counted: every stocked product, or those of one category. */
  countSheet: query({
    access: 'stock.read',
    input: z.object({ category: words(60).nullable() }),
    output: z.array(product),
  }),
  /** What should have been there at a moment, and what one costs. */
  expected: query({
    access: 'stock.read',
    input: z.object({ lines: z.array(moment).max(MAX_STOCK_LINES) }),
    output: z.array(
      z.object({
        productId: idOf('product'),
        expectedThousandths: z.int(),
        averageCostMilli: z.int().min(0).nullable(),
      }),
    ),
    refusals: ['stock-product-unknown', 'not-stocked', 'moment-too-old'],
  }),
  /** Receipts, counts and adjustments, newest first. */
  documents: query({
    access: 'stock.read',
    input: z.object({
      kind: z.enum(STOCK_DOCUMENT_KINDS).nullable().default(null),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({ total: z.int(), rows: z.array(documentHead) }),
  }),
  document: query({
    access: 'stock.read',
    input: z.object({ documentId: idOf('stock-document') }),
    output: stockDocument,
    refusals: ['stock-document-unknown'],
  }),
  /** Suppliers of earlier receipts, latest first. */
  suppliers: query({ access: 'stock.read', input: z.void(), output: z.array(z.string()) }),
  /** What is being received and counted at this store, as it was kept last. */
  drafts: query({
    access: 'stock.move',
    input: z.void(),
    output: z.object({ receipt: receiptDraft.nullable(), count: countDraft.nullable() }),
  }),
  /** Keeps what is being received or counted; null forgets it. */
  keepDrafts: mutation({
    access: 'stock.move',
    input: z.object({ receipt: receiptDraft.nullable().optional(), count: countDraft.nullable().optional() }),
    output: z.null(),
  }),
  /** Takes goods in, all of them or none, once per `documentId`. */
  receive: mutation({
    access: 'stock.move',
    input: z.object({
      documentId: idOf('stock-document'),
      supplier: words(80).nullable(),
      reference: words(40).nullable(),
      note: words(200).nullable().default(null),
      lines: z
        .array(
          z.object({
            productId: idOf('product'),
            quantityThousandths: quantity,
            unitCostMinor: unitCostMinor.nullable(),
          }),
        )
        .min(1)
        .max(MAX_STOCK_LINES),
    }),
    output: stockDocument,
    refusals: ['stock-product-unknown', 'not-stocked', 'stock-document-id-reused', 'stock-document-unknown'],
  }),
  /** Takes a receipt or an adjustment back, whole. */
  reverse: mutation({
    access: 'stock.move',
    input: z.object({ documentId: idOf('stock-document'), reversesId: idOf('stock-document') }),
    output: stockDocument,
    refusals: ['stock-document-unknown', 'not-reversible', 'already-reversed', 'stock-document-id-reused'],
  }),
  /** Makes the stock what was counted, as of the moment at which it was. */
  count: mutation({
    access: 'stock.move',
    input: z.object({
      documentId: idOf('stock-document'),
      note: words(200).nullable().default(null),
      lines: z.array(counted).min(1).max(MAX_STOCK_LINES),
    }),
    output: stockDocument,
    refusals: [
      'stock-product-unknown',
      'not-stocked',
      'counted-twice',
      'counted-since',
      'moment-ahead',
      'moment-too-old',
      'stock-document-id-reused',
      'stock-document-unknown',
    ],
  }),
  /** Adds or takes away by hand, with the reason; what came back unsellable is written off against its return. */
  adjust: mutation({
    access: 'stock.move',
    input: z
      .object({
        documentId: idOf('stock-document'),
        productId: idOf('product'),
        changeThousandths: z
          .int()
          .min(-100_000_000)
          .max(100_000_000)
          .refine((change) => change !== 0, 'not-zero'),
        reason: z.enum(ADJUSTMENT_REASONS),
        note: words(200).nullable().default(null),
        purchaseId: idOf('purchase').nullable().default(null),
      })
      .refine(({ reason, changeThousandths }) => reason === 'other' || changeThousandths < 0, 'takes-away')
      .refine(({ reason, purchaseId }) => purchaseId === null || reason === 'unsellable', 'only-unsellable'),
    output: stockDocument,
    refusals: [
      'stock-product-unknown',
      'not-stocked',
      'more-than-returned',
      'stock-document-id-reused',
      'stock-document-unknown',
    ],
  }),
  /** Whether a product is stocked here, and when to order more (null: at a week's sale). */
  setTerms: mutation({
    access: 'stock.move',
    input: z.object({
      productId: idOf('product'),
      stocked: z.boolean(),
      reorderThousandths: z.int().min(0).max(100_000_000).nullable(),
    }),
    output: stockRow,
    refusals: ['stock-product-unknown'],
  }),
};
export type StockRow = z.infer<typeof stockRow>;
export type StockDocument = z.infer<typeof stockDocument>;
export type StockDocumentHead = z.infer<typeof documentHead>;
export type StockOfProduct = z.infer<typeof stockContract.ofProduct.output>;
export type ToOrderRow = z.infer<typeof stockContract.toOrder.output>[number];
export type StockLedgerRow = z.infer<typeof ledgerRow>;
export type StockLedgerEnd = z.infer<typeof ledgerEnd>;
