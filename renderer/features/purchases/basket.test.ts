import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { type Basket, type BasketAct, basketAfter, emptyBasket } from './basket.ts';

const product = (name: string, unit: ProductRow['unit'] = 'piece'): ProductRow => ({
  productId: `product-${name}` as Id<'product'>,
  sku: name,
  name,
  category: null,
  unit,
  priceMinor: 350,
  taxRateBp: 1300,
  barcode: null,
  status: 'active',
});
const start = emptyBasket('purchase' as Id<'purchase'>);
const after = (...acts: BasketAct[]): Basket => acts.reduce(basketAfter, start);
const add = (name: string, quantityThousandths = 1000, unit: ProductRow['unit'] = 'piece'): BasketAct => ({
  kind: 'add',
  product: product(name, unit),
  quantityThousandths,
});
const quantities = ({ lines }: Basket) => lines.map((line) => [line.name, line.quantityThousandths]);

test('pieces of one product share a line, which is selected', () => {
  const basket = after(add('tea'), add('cake'), add('tea', 2000));
  expect(quantities(basket)).toEqual([
    ['tea', 3000],
    ['cake', 1000],
  ]);
  expect(basket.selected).toBe(1);
});

test('each weighing is a line of its own', () => {
  expect(quantities(after(add('pears', 456, 'kg'), add('pears', 1200, 'kg')))).toEqual([
    ['pears', 456],
    ['pears', 1200],
  ]);
});

test('a quantity below one thousandth, or beyond what a sale takes, changes nothing', () => {
  const basket = after(add('tea'));
  for (const quantityThousandths of [0, -1000, 1_000_000_001])
    expect(quantities(basketAfter(basket, { kind: 'quantity', lineId: 1, quantityThousandths }))).toEqual([
      ['tea', 1000],
    ]);
});

test('removing selects the line below, else the one above, else none', () => {
  const three = after(add('a'), add('b'), add('c'));
  expect(basketAfter(three, { kind: 'remove', lineId: 2 }).selected).toBe(3);
  const two = basketAfter(three, { kind: 'remove', lineId: 3 });
  expect(two.selected).toBe(2);
  expect(after(add('a'), { kind: 'remove', lineId: 1 })).toMatchObject({ lines: [], selected: null });
});

test('arrows stop at both ends', () => {
  const two = after(add('a'), add('b'));
  const up: BasketAct = { kind: 'move', step: -1 };
  const down: BasketAct = { kind: 'move', step: 1 };
  expect([up, up].reduce(basketAfter, two).selected).toBe(1);
  expect([up, down, down].reduce(basketAfter, two).selected).toBe(2);
  expect(basketAfter(start, down).selected).toBeNull();
});

test('another member takes no points over from the one before', () => {
  const member: BasketAct = { kind: 'member', memberId: 'm1' as Id<'member'> };
  const basket = after(add('tea'), member, { kind: 'redeem', points: 300 });
  expect(basket.pointsToRedeem).toBe(300);
  expect(basketAfter(basket, { kind: 'member', memberId: null }).pointsToRedeem).toBe(0);
});

test('undoing brings back what was there, under the id of the sale that is being made', () => {
  const before = after(add('tea'), add('cake'));
  const now = { ...basketAfter(before, { kind: 'remove', lineId: 1 }), purchaseId: 'next' as Id<'purchase'> };
  expect(basketAfter(now, { kind: 'restore', basket: before })).toEqual({ ...before, purchaseId: 'next' });
});

test('whatever is done, line ids are unique and the selection is a line', () => {
  const lineId = fc.integer({ min: 1, max: 6 });
  const act: fc.Arbitrary<BasketAct> = fc.oneof(
    fc.constantFrom(add('a'), add('b', 2000), add('c', 300, 'kg')),
    lineId.map((id): BasketAct => ({ kind: 'remove', lineId: id })),
    fc.constantFrom<BasketAct>({ kind: 'move', step: 1 }, { kind: 'move', step: -1 }),
  );
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      const { lines, selected } = after(...acts);
      const ids = lines.map((line) => line.lineId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(lines.length === 0 ? selected === null : ids.includes(selected ?? -1)).toBe(true);
    }),
  );
});
