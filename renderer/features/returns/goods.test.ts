import { describe, expect, it } from 'vitest';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { agreedLines, refundOf, withProduct } from './goods.ts';

const tea = {
  productId: 'tea',
  unit: 'piece',
  priceMinor: 1250,
  taxRateBp: 1300,
  name: 'Tea',
} as unknown as ProductRow;
const nuts = { ...tea, productId: 'nuts', unit: 'kg', priceMinor: 2980 } as unknown as ProductRow;

describe('goods that come back without a receipt', () => {
  it('are counted up on their line, weighed on lines of their own', () => {
    const lines = [tea, tea, nuts, nuts].reduce(
      (all, product) => withProduct(all, product, 2),
      withProduct([], tea, 2),
    );
    expect(lines.map(({ quantity, price }) => [quantity, price])).toEqual([
      ['3', '12.50'],
      ['1', '29.80'],
      ['1', '29.80'],
    ]);
  });

  it('come to what was agreed', () => {
    const [line] = withProduct([], nuts, 2);
    if (!line) throw new Error('no line');
    const lines = [{ ...line, quantity: '0.456', price: '20' }];
    expect(refundOf(lines, 2)).toBe(912);
    expect(agreedLines(lines, 2)).toEqual([{ productId: 'nuts', quantityThousandths: 456, unitPriceMinor: 2000 }]);
  });

  it.each([
    ['0', '1'],
    ['1.5', '1'],
    ['1', 'x'],
    ['1', ''],
  ])('cannot be sent with quantity %j at price %j', (quantity, price) => {
    expect(agreedLines([{ product: tea, quantity, price }], 2)).toBeNull();
  });
});
