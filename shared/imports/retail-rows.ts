import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { parseDecimal } from './decimal.ts';

/** The files of a shop's export, as the Online Retail data set of UCI is laid out here, and their columns. */
export const RETAIL_COLUMNS = {
  products: ['StockCode', 'Description'],
  invoices: ['InvoiceNo', 'InvoiceDate', 'CustomerID', 'Country'],
  lines: ['InvoiceNo', 'StockCode', 'Quantity', 'UnitPrice'],
} as const;
export type RetailFile = keyof typeof RETAIL_COLUMNS;
export const RETAIL_FILES = Object.keys(RETAIL_COLUMNS) as RetailFile[];
/** A row as it was read: text by column. */
export type RawRow<F extends RetailFile> = Readonly<Record<(typeof RETAIL_COLUMNS)[F][number], string>>;

const code = z.string().regex(/\S/, 'is empty').max(64, 'is longer than 64 characters');

const isLocalTime = (text: string): boolean => {
  try {
    return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) && Temporal.PlainDateTime.from(text) !== undefined;
  } catch {
    return false;
  }
};

const decimal = z.string().transform((text, context) => {
  const parsed = parseDecimal(text);
  if (parsed) return parsed;
  context.addIssue('is not a price');
  return z.NEVER;
});

/** Each message reads on from `<column> "<value>" …`. */
export const RETAIL_ROWS = {
  products: z.object({ StockCode: code, Description: z.string().max(500, 'is longer than 500 characters') }),
  invoices: z.object({
    InvoiceNo: code,
    /** The shop's own clock, to the minute. */
    InvoiceDate: z.string().refine(isLocalTime, 'is not a date and time such as 2011-08-12T14:50'),
    /** Empty where the customer is not known. It becomes a card number, so it has a card number's form. */
    CustomerID: z.string().regex(/^([0-9A-Za-z-]{4,32})?$/, 'is not a card number'),
    Country: code,
  }),
  lines: z.object({
    InvoiceNo: code,
    StockCode: code,
    Quantity: z
      .string()
      .regex(/^-?\d{1,9}$/, 'is not a whole number')
      .transform(Number),
    UnitPrice: decimal,
  }),
};
