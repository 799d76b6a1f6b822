import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moneyText, readMoney } from './money-text.ts';

test.each([
  ['12', 1200],
  ['12.5', 1250],
  ['0.05', 5],
  ['.5', 50],
  ['１２．５０', 1250],
  ['¥12', 1200],
  ['1,200.00', 120_000],
  ['12.', 1200],
])('%s', (text, minor) => {
  expect(readMoney(text, 2)).toBe(minor);
});

test.each(['', 'abc', '-5', '1.234', '1.2.3', '12345678901', '1e3'])('%j is no amount', (text) => {
  expect(readMoney(text, 2)).toBeNull();
});

test('a currency without minor units has no fraction', () => {
  expect(readMoney('500', 0)).toBe(500);
  expect(readMoney('500.5', 0)).toBeNull();
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fc.constantFrom(0, 2, 3), (minor, digits) => {
      fc.pre(moneyText(minor, digits).split('.')[0]!.length <= 9);
      expect(readMoney(moneyText(minor, digits), digits)).toBe(minor);
    }),
  );
});
