import { describe, expect, it } from 'vitest';
import { readRetailFolder } from '../../electron/features/imports/read-retail-folder.ts';
import { aRetailFolder, packed, type Shop, SMALL_SHOP } from '../fixtures/retail-folder.ts';

async function faultsOf(shop: Partial<Shop>) {
  const reading = await readRetailFolder(aRetailFolder(shop));
  return reading.ok ? [] : reading.faults;
}

const linesWith = (row: string): string => `${SMALL_SHOP.lines}${row}\n`;
const NEXT_LINE = 15;

describe('reading a shop', () => {
  it('takes every row, also a line that comes long after the others of its invoice', async () => {
    const reading = await readRetailFolder(aRetailFolder());
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    const { source, totals, rows } = reading.value;
    expect(rows).toBe(6 + 8 + 13);
    expect(source.invoices[0]).toEqual({
      invoiceNo: '536365',
      localTime: '2011-03-26T08:26',
      customerId: '17850',
      country: 'United Kingdom',
      lines: [
        { stockCode: '10002', quantity: 6, price: { digits: 255, places: 2 } },
        { stockCode: '22423', quantity: 2, price: { digits: 1275, places: 2 } },
        { stockCode: '10002', quantity: 1, price: { digits: 255, places: 2 } },
      ],
    });
    expect(source.products[1]?.description).toBe('CAKESTAND, 3 TIER');
    expect(totals).toMatchObject({ lines: 13, members: 3, returns: 2, returnsNetMinor: -1275 - 510 });
  });

  it('takes a byte order mark, other columns, another order of columns, and line breaks of Windows', async () => {
    const products = `\uFEFFDescription,Colour,StockCode\r\n${SMALL_SHOP.products
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.replace(/^([^,]+),(.*)$/, '$2,red,$1'))
      .join('\r\n')}`;
    const reading = await readRetailFolder(aRetailFolder({ products }));
    expect(reading.ok && reading.value.source.products.map(({ stockCode }) => stockCode)).toEqual([
      '10002',
      '22423',
      'PADS',
      'B',
      'gift_0001_10',
      '35965',
    ]);
  });

  it('knows files by what they say, not by how they are packed', async () => {
    const plain = await readRetailFolder(aRetailFolder());
    const twice = await readRetailFolder(
      aRetailFolder({
        lines: Buffer.concat([packed(SMALL_SHOP.lines.slice(0, 50)), packed(SMALL_SHOP.lines.slice(50))]),
      }),
    );
    const other = await readRetailFolder(aRetailFolder({ lines: linesWith('536365,10002,1,2.55') }));
    if (!plain.ok || !twice.ok || !other.ok) throw new Error('the shop is not sound');
    expect(twice.value.contentHash).toBe(plain.value.contentHash);
    expect(other.value.contentHash).not.toBe(plain.value.contentHash);
  });
});

describe('a broken file', () => {
  it.each<[string, Partial<Shop>, string, number | null, string]>([
    ['that is missing', { lines: null }, 'lines', null, 'is missing'],
    ['of no bytes', { lines: new Uint8Array() }, 'lines', null, 'is empty'],
    ['of no text', { products: '' }, 'products', null, 'is empty: it has no header'],
    [
      'of a header only',
      { invoices: 'InvoiceNo,InvoiceDate,CustomerID,Country\n' },
      'invoices',
      null,
      'is empty: it has no rows',
    ],
    [
      'that lacks a column',
      { lines: 'InvoiceNo,StockCode,Quantity\n536365,10002,6\n' },
      'lines',
      1,
      'lacks the column UnitPrice (its header: InvoiceNo, StockCode, Quantity)',
    ],
    [
      'that is cut off',
      { lines: packed(SMALL_SHOP.lines).subarray(0, -20) },
      'lines',
      null,
      'is cut off: the gzip data ends too early',
    ],
    [
      'that was never packed',
      { lines: Buffer.from(SMALL_SHOP.lines) },
      'lines',
      null,
      'is not sound gzip data (incorrect header check)',
    ],
    [
      'in another encoding',
      { products: packed(Buffer.from(SMALL_SHOP.products, 'latin1')) },
      'products',
      6,
      'is not UTF-8',
    ],
    [
      'with a quote that never ends',
      { lines: linesWith('"536365,10002,6,2.55') },
      'lines',
      NEXT_LINE,
      'is not sound CSV: Quoted field unterminated',
    ],
    [
      'with a field too few',
      { lines: linesWith('536365,10002,6') },
      'lines',
      NEXT_LINE,
      'has 3 fields where the header has 4',
    ],
  ])('%s is named with what is wrong', async (_, shop, file, line, what) => {
    expect(await faultsOf(shop)).toEqual([{ file, line, what }]);
  });
});

describe('a broken row', () => {
  it.each<[string, string, string]>([
    ['a price that is no number', '536365,10002,6,abc', 'UnitPrice "abc" is not a price'],
    ['a price with a comma', '536365,10002,6,"2,55"', 'UnitPrice "2,55" is not a price'],
    ['a quantity that is no whole number', '536365,10002,1.5,2.55', 'Quantity "1.5" is not a whole number'],
    ['an invoice that is not there', '999999,10002,6,2.55', 'InvoiceNo "999999" is not among the invoices'],
    ['a product that is not there', '536365,X,6,2.55', 'StockCode "X" is not among the products'],
    ['an amount beyond any till', '536365,10002,999999999,999999', '999999999 at 999999 is beyond any till'],
  ])('of %s is named with its line', async (_, row, what) => {
    expect(await faultsOf({ lines: linesWith(row) })).toEqual([{ file: 'lines', line: NEXT_LINE, what }]);
  });

  it('is named by the line it begins in, also behind a description of two lines', async () => {
    const products = `${SMALL_SHOP.products}21000,"A BOX\nOF TWO LINES"\n10002,AGAIN\n`;
    expect(await faultsOf({ products })).toEqual([
      { file: 'products', line: 10, what: 'StockCode "10002" was there before' },
    ]);
  });

  it.each<[string, string, string]>([
    [
      'a day that is none',
      '600000,2011-02-30T10:00,,EIRE',
      'InvoiceDate "2011-02-30T10:00" is not a date and time such as 2011-08-12T14:50',
    ],
    [
      'a second date for an invoice number',
      '536365,2011-03-26T08:27,17850,United Kingdom',
      'InvoiceNo "536365" was there before, in line 2',
    ],
    ['a customer that no card could name', '600000,2011-03-30T10:00,1 2,EIRE', 'CustomerID "1 2" is not a card number'],
    ['no country', '600000,2011-03-30T10:00,17850,', 'Country "" is empty'],
    ['an invoice without lines', '600000,2011-03-30T10:00,17850,EIRE', 'InvoiceNo "600000" has no lines'],
  ])('of %s is named', async (_, row, what) => {
    expect(await faultsOf({ invoices: `${SMALL_SHOP.invoices}${row}\n` })).toEqual([
      { file: 'invoices', line: 10, what },
    ]);
  });

  it('is one of many: twenty are named and all are counted', async () => {
    const lines = linesWith(Array.from({ length: 30 }, () => '536365,10002,6,abc').join('\n'));
    expect(await readRetailFolder(aRetailFolder({ lines }))).toMatchObject({
      ok: false,
      faultCount: 30,
      faults: { length: 20 },
    });
  });

  it('of an invoice with more lines than one purchase holds is refused before anything is written', async () => {
    const lines = linesWith(Array.from({ length: 1_500 }, () => '536365,10002,1,2.55').join('\n'));
    expect(await faultsOf({ lines })).toEqual([
      { file: 'invoices', line: 2, what: 'InvoiceNo "536365" has 1503 lines, more than one purchase holds' },
    ]);
  });
});
