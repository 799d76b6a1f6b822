import { expect, test } from 'vitest';
import type { Quote } from '../../../shared/contract/purchases.contract.ts';
import type { BasketLine } from './basket.ts';
import { pricedLine } from './priced-line.ts';

const priced = (productId: string, quantityThousandths: number, netMinor: number) => ({
  productId,
  quantityThousandths,
  netMinor,
});
const quote = { lines: [priced('a', 1000, 100), priced('b', 2000, 500)] } as unknown as Quote;
const line = (productId: string, quantityThousandths: number) =>
  ({ productId, quantityThousandths }) as unknown as BasketLine;

test('a line has the price at its place', () => {
  expect(pricedLine(quote, line('b', 2000), 1)?.netMinor).toBe(500);
});

test('a line that moved up keeps its price until the basket is priced anew', () => {
  expect(pricedLine(quote, line('b', 2000), 0)?.netMinor).toBe(500);
});

test('another quantity has no price yet', () => {
  expect(pricedLine(quote, line('b', 3000), 1)).toBeNull();
  expect(pricedLine(null, line('a', 1000), 0)).toBeNull();
});
