import { describe, expect, it } from 'vitest';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { costOf, type GoodsLine, lineCostMinor, quantityOf, withProduct } from './goods-lines.ts';

const tea = { productId: 'tea', name: 'Tea', sku: 'T', unit: 'piece' } as ProductRow;
const nuts = { ...tea, productId: 'nuts', unit: 'kg' } as ProductRow;
const line = (quantity: string, cost: string, product = tea): GoodsLine => ({ product, quantity, cost });

describe('goods that came in', () => {
  it('grow by one with every scan, and keep the cost', () => {
    const once = withProduct([], tea);
    expect(once).toMatchObject([{ quantity: '1', cost: '' }]);
    expect(withProduct([line('11', '2.5')], tea)).toMatchObject([{ quantity: '12', cost: '2.5' }]);
    expect(withProduct(once, nuts)).toHaveLength(2);
    expect(withProduct([line('0.5', '', nuts)], nuts)).toMatchObject([{ quantity: '1.5' }]);
  });

  it.each(['', '0', '1.5', 'x', '100001'])('are not %j pieces', (quantity) => {
    expect(quantityOf(line(quantity, ''))).toBeNull();
  });

  it('may have no cost, but no unreadable one', () => {
    expect(costOf(line('1', ' '), 2)).toBe('unknown');
    expect(costOf(line('1', '2.355'), 2)).toBeNull();
    expect(costOf(line('1', '99999999'), 2)).toBeNull();
    expect(costOf(line('1', '2.35'), 2)).toBe(235);
  });

  it('cost what they weigh, rounded once', () => {
    expect(lineCostMinor(line('0.333', '10', nuts), 2)).toBe(333);
    expect(lineCostMinor(line('3', ''), 2)).toBeNull();
  });
});
