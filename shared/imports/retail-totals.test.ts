import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountMinor, parseDecimal } from './decimal.ts';
import { differences, type RetailTotals, reckonRetail } from './retail-totals.ts';

const invoice = (InvoiceNo: string, CustomerID: string, Country: string) => ({
  InvoiceNo,
  InvoiceDate: '2011-01-05T10:00',
  CustomerID,
  Country,
});
const line = (InvoiceNo: string, Quantity: string, UnitPrice: string) => ({
  InvoiceNo,
  StockCode: '10002',
  Quantity,
  UnitPrice,
});

function someTotals(): RetailTotals {
  const reckoner = reckonRetail();
  reckoner.take('products', { StockCode: '10002', Description: 'GLOBE' });
  reckoner.take('invoices', invoice('1', '17850', 'United Kingdom'));
  reckoner.take('invoices', invoice('2', '', 'EIRE'));
  reckoner.take('invoices', invoice('C3', '17850', 'United Kingdom'));
  for (const row of [
    line('1', '6', '2.55'),
    line('2', '1', '0.001'),
    line('2', '3', '0.005'),
    line('C3', '-1', '2.55'),
  ])
    reckoner.take('lines', row);
  return reckoner.totals();
}

describe('the reckoning of the files', () => {
  it('counts and sums what the rows say', () => {
    expect(someTotals()).toEqual({
      products: 1,
      members: 1,
      invoices: 3,
      lines: 4,
      returns: 1,
      netMinor: 1530 + 0 + 2 - 255,
      returnsNetMinor: -255,
      membersNetMinor: 1530 - 255,
      netMinorByCountry: { 'United Kingdom': 1530 - 255, EIRE: 2 },
    });
  });

  it('rounds every line as the mapping does, by other arithmetic', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999, max: 99_999 }),
        fc.stringMatching(/^-?\d{1,6}(\.\d{1,6})?$/),
        (quantity, price) => {
          const reckoner = reckonRetail();
          reckoner.take('invoices', invoice('1', '', 'EIRE'));
          reckoner.take('lines', line('1', String(quantity), price));
          const decimal = parseDecimal(price);
          expect(decimal && amountMinor(quantity, decimal)).toBe(reckoner.totals().netMinor);
        },
      ),
    );
  });
});

describe('the comparison of two totals', () => {
  it('finds nothing where they agree', () => {
    expect(differences(someTotals(), someTotals())).toEqual([]);
  });

  it('names every figure that differs, also a country that only one of them knows', () => {
    const files = someTotals();
    const store = { ...files, lines: 3, netMinorByCountry: { 'United Kingdom': 1275, France: 2 } };
    expect(differences(files, store)).toEqual([
      'lines: 4 in the files, 3 in the store',
      'netMinor of EIRE: 2 in the files, nothing in the store',
      'netMinor of France: nothing in the files, 2 in the store',
    ]);
  });
});
