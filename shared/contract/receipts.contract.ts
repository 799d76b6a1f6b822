import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { CHANNELS } from '../messages/message.ts';
import { mutation, query } from './procedure.ts';

const channel = z.enum(CHANNELS);
const language = z.enum(['zh-CN', 'en']);

/** A receipt printer on the shop's network that takes ESC/POS: 48 columns on 80 mm paper, 32 on 58 mm. */
const printer = z.object({
  host: z.string().regex(/^[A-Za-z0-9.:-]{1,120}$/),
  port: z.int().min(1).max(65_535),
  columns: z.union([z.literal(32), z.literal(42), z.literal(48)]),
});

/** No such address; nothing answers there; it answers but takes nothing at the port; it stopped half-way. */
const PRINTER_REFUSALS = [
  'printer-address-unknown',
  'printer-unreachable',
  'printer-refuses',
  'printer-broke-off',
] as const;
export type PrinterRefusal = (typeof PRINTER_REFUSALS)[number];

export const receiptsContract = {
  /** A receipt as text in columns and as the bytes of an ESC/POS printer. */
  escPos: query({
    access: 'sale.make',
    input: z.object({ purchaseId: idOf('purchase'), columns: printer.shape.columns.default(48), language }),
    output: z.object({ text: z.string(), bytesBase64: z.string() }),
    refusals: ['purchase-unknown'],
  }),
  printer: query({ access: 'sale.make', input: z.void(), output: printer.nullable() }),
  savePrinter: mutation({ access: 'settings.write', input: printer.nullable(), output: z.null() }),
  /** Sends a receipt to the store's printer. */
  print: mutation({
    access: 'sale.make',
    input: z.object({ purchaseId: idOf('purchase'), language }),
    output: z.null(),
    refusals: ['purchase-unknown', 'no-printer', ...PRINTER_REFUSALS],
  }),
  /** By what a receipt can be sent to the member who bought: none where nobody can be reached, or the store sends none. */
  waysToMessage: query({
    access: 'sale.make',
    input: z.object({ purchaseId: idOf('purchase') }),
    output: z.array(channel),
  }),
  /** Sends a receipt to its member, who asked for it: once by each channel. */
  message: mutation({
    access: 'sale.make',
    input: z.object({ purchaseId: idOf('purchase'), channel }),
    /** False: it stands in the outbox already, or went out. */
    output: z.object({ isNew: z.boolean() }),
    refusals: ['purchase-unknown', 'receipt-not-sendable'],
  }),
  /** Sends a page to the store's printer that shows its columns, its Chinese and its cut. */
  printTestPage: mutation({
    access: 'settings.write',
    input: z.object({ language }),
    output: z.null(),
    refusals: ['no-printer', ...PRINTER_REFUSALS],
  }),
};
export type ReceiptPrinter = z.infer<typeof printer>;
export const receiptPrinter = printer;
