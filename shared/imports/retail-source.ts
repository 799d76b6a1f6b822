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

/** A purchase is one change of the log with all its lines, and this much of an act is theirs (the limit is 512 KiB). */
export const MAX_LINES_BYTES = 500 * 1024;
/** The most that a line weighs there besides its product's code and name. */
const LINE_BYTES = 340;

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

interface Gathered {
  readonly invoice: RetailInvoice;
  readonly lines: RetailLine[];
  /** The line of the file it stands in. */
  readonly at: number;
  bytes: number;
}

/** Checks rows one by one and puts them together. Faulty rows are named and left out; the rest is still looked at. */
export function gatherRetail(): RetailGatherer {
  const products = new Map<string, { readonly product: RetailProduct; readonly lineBytes: number }>();
  const invoices = new Map<string, Gathered>();
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
      const product = { stockCode: row.StockCode, description: row.Description.trim() };
      const lineBytes = LINE_BYTES + jsonBytes(product.stockCode) + jsonBytes(product.description || product.stockCode);
      products.set(product.stockCode, { product, lineBytes });
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
      invoices.set(invoiceNo, { invoice, lines, at: line, bytes: 0 });
      return true;
    },
    lines(raw, line) {
      const row = checked('lines', RETAIL_ROWS.lines, raw, line);
      if (!row) return false;
      const { InvoiceNo: invoiceNo, Quantity: quantity, UnitPrice: price } = row;
      const invoice = invoices.get(invoiceNo);
      const known = products.get(row.StockCode);
      if (!invoice) found('lines', line, `InvoiceNo "${invoiceNo}" is not among the invoices`);
      if (!known) found('lines', line, `StockCode "${row.StockCode}" is not among the products`);
      const payable =
        isPayable(quantity, price) || found('lines', line, `${quantity} at ${raw.UnitPrice} is beyond any till`);
      if (!invoice || !known || !payable) return false;
      // The product's own text, so that half a million lines do not keep half a million copies of it.
      invoice.lines.push({ stockCode: known.product.stockCode, quantity, price });
      invoice.bytes += known.lineBytes;
      return true;
    },
  };

  return {
    take: (file, row, line) => takers[file](row as never, line),
    result() {
      for (const { invoice, at, bytes } of invoices.values()) {
        const name = `InvoiceNo "${invoice.invoiceNo}"`;
        if (invoice.lines.length === 0 && faultCount === 0) found('invoices', at, `${name} has no lines`);
        if (bytes > MAX_LINES_BYTES)
          found('invoices', at, `${name} has ${invoice.lines.length} lines, more than one purchase holds`);
      }
      if (faultCount > 0) return { ok: false, faults, faultCount };
      const source = {
        products: [...products.values()].map(({ product }) => product),
        invoices: [...invoices.values()].map(({ invoice }) => invoice),
      };
      return { ok: true, source };
    },
  };
}

/** The UTF-8 bytes of a text as a JSON string. */
function jsonBytes(text: string): number {
  let bytes = 0;
  for (const character of JSON.stringify(text)) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

function isPayable(quantity: number, price: Decimal): boolean {
  try {
    return Math.abs(amountMinor(quantity, price)) <= MAX_BASKET_MINOR;
  } catch {
    return false;
  }
}
