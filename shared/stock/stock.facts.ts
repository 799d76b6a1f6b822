import { z } from 'zod';
import { idOf } from '../kernel/id.ts';

export const STOCK_DOCUMENT_KINDS = ['receipt', 'count', 'adjustment'] as const;

/** Why stock was adjusted; `unsellable` is what came back from a customer and cannot be sold again. */
export const ADJUSTMENT_REASONS = ['breakage', 'expired', 'theft', 'own-use', 'unsellable', 'other'] as const;

const documentLine = z.object({
  productId: idOf('product'),
  /** What the line adds to the stock, in thousandths; negative takes away. */
  changeThousandths: z.int(),
  /** Cost of one piece or kilogram of what was received; null where it is not known or nothing was received. */
  unitCostMinor: z.int().min(0).nullable(),
  /** Of a count: what was there at an instant, and what should have been. The change is the difference. */
  count: z.object({ countedThousandths: z.int().min(0), expectedThousandths: z.int(), atMs: z.int() }).nullable(),
});

/** Goods received, counted or adjusted: one fact, never changed. What undoes it is a fact of its own. */
export const stockDocumentFact = z.object({
  id: idOf('stock-document'),
  kind: z.enum(STOCK_DOCUMENT_KINDS),
  storeId: idOf('store'),
  tillId: idOf('till'),
  staffId: idOf('staff').nullable(),
  occurredAtMs: z.int(),
  businessDate: z.string(),
  supplier: z.string().nullable(),
  /** The supplier's own number: a delivery note, an invoice. */
  reference: z.string().nullable(),
  reason: z.enum(ADJUSTMENT_REASONS).nullable(),
  note: z.string().nullable(),
  /** The document that this one takes back. */
  reversesId: idOf('stock-document').nullable(),
  /** The return whose goods are written off. */
  purchaseId: idOf('purchase').nullable(),
  lines: z.array(documentLine),
});
export type StockDocumentFact = z.infer<typeof stockDocumentFact>;
export type StockDocumentLineFact = z.infer<typeof documentLine>;

/** How a store keeps a product: whether it is stocked at all (a service is not), and when to order more. */
export const stockTermsFact = z.object({
  id: idOf('stock-terms'),
  owner: z.string(),
  version: z.int().min(1),
  storeId: idOf('store'),
  productId: idOf('product'),
  stocked: z.boolean(),
  /** At this level more is ordered; null: a week's sale. */
  reorderThousandths: z.int().min(0).nullable(),
});
export type StockTermsFact = z.infer<typeof stockTermsFact>;
