import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { ToOrderRow } from '../../../shared/contract/stock.contract.ts';
import { orderCsv, orderTable, orderText } from './order-list.ts';

const t = ((key: string) => key) as unknown as TFunction;
const row = (facts: Partial<ToOrderRow>) =>
  ({
    sku: 'T-1',
    barcode: null,
    name: 'Tea',
    unit: 'piece',
    onHandThousandths: 2000,
    suggestedThousandths: 14_000,
    lastSupplier: null,
    ...facts,
  }) as ToOrderRow;
const csv = (facts: Partial<ToOrderRow>) => orderCsv(orderTable([row(facts)], t)).split('\r\n')[1];

describe('the order list as CSV', () => {
  it('names its encoding and has a line for each product', () => {
    expect(orderCsv(orderTable([row({})], t)).startsWith('\uFEFFstock.column.sku,')).toBe(true);
    expect(csv({})).toBe('T-1,,Tea,products.unit.piece,2,14,');
  });

  it.each(['=1+1', '+SUM(A1)', '@cmd', '-2+3', '\t=1'])('takes no name for a formula: %j', (name) => {
    expect(csv({ name })).toContain(`'${name}`);
  });

  it('keeps what is below zero a number', () => expect(csv({ onHandThousandths: -1500 })).toContain(',-1.5,'));

  it('quotes what would break a line', () => expect(csv({ name: 'Tea, "green"' })).toContain('"Tea, ""green"""'));

  it('is copied with tabs', () =>
    expect(orderText(orderTable([row({})], t)).split('\r\n')[1]).toBe('T-1\t\tTea\tproducts.unit.piece\t2\t14\t'));
});
