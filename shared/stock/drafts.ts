import { z } from 'zod';
import { idOf } from '../kernel/id.ts';

/** What is being received or counted, as it was typed: kept by the store until it is saved or discarded. */
const product = {
  productId: idOf('product'),
  name: z.string().max(200),
  sku: z.string().max(64),
  unit: z.enum(['piece', 'kg']),
};
const typed = z.string().max(16);

export const receiptDraft = z.object({
  /** Made once with the draft, so that a receipt that is sent again is received once. */
  documentId: idOf('stock-document'),
  supplier: z.string().max(80),
  reference: z.string().max(40),
  lines: z.array(z.object({ product: z.object(product), quantity: typed, cost: typed })).max(2000),
});
export type ReceiptDraft = z.infer<typeof receiptDraft>;

export const countDraft = z.object({
  /** Made once with the draft, so that a count that is sent again counts once. */
  documentId: idOf('stock-document'),
  /** Null: everything. */
  category: z.string().max(60).nullable(),
  /** The moment of a count on paper (`YYYY-MM-DDTHH:MM`, the store's clock); empty: each line its own. */
  moment: z.string().regex(/^(?:\d{4}-\d{2}-\d{2}T\d{2}:\d{2})?$/),
  lines: z
    .array(
      z.object({
        ...product,
        category: z.string().max(60).nullable(),
        /** As typed or counted up; empty while it is not counted. */
        counted: typed,
        /** When it was. */
        atMs: z.int().nullable(),
      }),
    )
    .max(2000),
});
export type CountDraft = z.infer<typeof countDraft>;
export type CountLine = CountDraft['lines'][number];
