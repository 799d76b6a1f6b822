import type { z } from 'zod';
import { MAX_BASKET_MINOR } from '../purchases/price.ts';
import { amountMinor, type Decimal } from './decimal.ts';
import { type RawRow, RETAIL_ROWS, type RetailFile } from './retail-rows.ts';

export interface RetailProduct {
  readonly stockCode: string;
  readonly description: string;
}

export interface RetailLine {
  readonly stockCode: string;
  readonly quantity: number;
  readonly price: Decimal;
}

export interface RetailInvoice {
  readonly invoiceNo: string;
  /** `2010-12-01T08:26` by the shop's own clock. */
  readonly localTime: string;
  readonly customerId: string | null;
  readonly country: string;
  readonly lines: readonly RetailLine[];
}

/** A shop's past as its files tell it: sound row by row, and every line at its invoice and product. */
export interface RetailSource {
  readonly products: readonly RetailProduct[];
  readonly invoices: readonly RetailInvoice[];
}

/** What is wrong with a file, or with one of its lines (the header is line 1). */
export interface SourceFault {
  readonly file: RetailFile;
  readonly line: number | null;
  readonly what: string;
}

/** One purchase must fit one change of the log: at about 350 bytes a line, this many always do. */
export const MAX_LINES_PER_INVOICE = 1_300;

/** More faults than anybody reads are counted, not kept. */
const FAULTS_KEPT = 20;

export interface RetailGatherer {
  /** Takes the next row of a file and says whether it is sound. Products and invoices come before lines. */
  take<F extends RetailFile>(file: F, row: RawRow<F>, line: number): boolean;
  /** Everything taken, or what was wrong with it. To be asked once, at the end. */
  result():
    | { readonly ok: true; readonly source: RetailSource }
    | { readonly ok: false; readonly faults: readonly SourceFault[]; readonly faultCount: number };
}

/** Checks rows one by one and puts them together. Faulty rows are named and left out; the rest is still looked at. */
export function gatherRetail(): RetailGatherer {
  const products = new Map<string, RetailProduct>();
  const invoices = new Map<string, { readonly invoice: RetailInvoice; readonly lines: RetailLine[]; at: number }>();
  const faults: SourceFault[] = [];
  let faultCount = 0;
  const found = (file: RetailFile, line: number | null, what: string): false => {
    faultCount += 1;
    if (faults.length < FAULTS_KEPT) faults.push({ file, line, what });
    return false;
  };

  function checked<Row>(file: RetailFile, schema: z.ZodType<Row>, row: Readonly<Record<string, string>>, line: number) {
    const parsed = schema.safeParse(row);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) {
      const column = String(path[0]);
      found(file, line, `${column} "${row[column] ?? ''}" ${message}`);
    }
    return null;
  }

  const takers: { [F in RetailFile]: (row: RawRow<F>, line: number) => boolean } = {
    products(raw, line) {
      const row = checked('products', RETAIL_ROWS.products, raw, line);
      if (!row) return false;
      if (products.has(row.StockCode)) return found('products', line, `StockCode "${row.StockCode}" was there before`);
      products.set(row.StockCode, { stockCode: row.StockCode, description: row.Description.trim() });
      return true;
    },
    invoices(raw, line) {
      const row = checked('invoices', RETAIL_ROWS.invoices, raw, line);
      if (!row) return false;
      const { InvoiceNo: invoiceNo, InvoiceDate: localTime, Country: country } = row;
      const before = invoices.get(invoiceNo);
      if (before) return found('invoices', line, `InvoiceNo "${invoiceNo}" was there before, in line ${before.at}`);
      const lines: RetailLine[] = [];
      const invoice = { invoiceNo, localTime, customerId: row.CustomerID || null, country, lines };
      invoices.set(invoiceNo, { invoice, lines, at: line });
      return true;
    },
    lines(raw, line) {
      const row = checked('lines', RETAIL_ROWS.lines, raw, line);
      if (!row) return false;
      const { InvoiceNo: invoiceNo, Quantity: quantity, UnitPrice: price } = row;
      const invoice = invoices.get(invoiceNo);
      const product = products.get(row.StockCode);
      if (!invoice) found('lines', line, `InvoiceNo "${invoiceNo}" is not among the invoices`);
      if (!product) found('lines', line, `StockCode "${row.StockCode}" is not among the products`);
      const payable =
        isPayable(quantity, price) || found('lines', line, `${quantity} at ${raw.UnitPrice} is beyond any till`);
      if (!invoice || !product || !payable) return false;
      // The product's own text, so that half a million lines do not keep half a million copies of it.
      invoice.lines.push({ stockCode: product.stockCode, quantity, price });
      return true;
    },
  };

  return {
    take: (file, row, line) => takers[file](row as never, line),
    result() {
      for (const { invoice, at } of invoices.values()) {
        const count = invoice.lines.length;
        if (count === 0 && faultCount === 0) found('invoices', at, `InvoiceNo "${invoice.invoiceNo}" has no lines`);
        if (count > MAX_LINES_PER_INVOICE)
          found('invoices', at, `InvoiceNo "${invoice.invoiceNo}" has ${count} lines, more than one purchase holds`);
      }
      if (faultCount > 0) return { ok: false, faults, faultCount };
      const source = { products: [...products.values()], invoices: [...invoices.values()].map((one) => one.invoice) };
      return { ok: true, source };
    },
  };
}

function isPayable(quantity: number, price: Decimal): boolean {
  try {
    return Math.abs(amountMinor(quantity, price)) <= MAX_BASKET_MINOR;
  } catch {
    return false;
  }
}
