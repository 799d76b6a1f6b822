import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalText, readDecimal } from './decimal-text.ts';

test.each([
  ['12.5', 2, 1250],
  ['12.50', 2, 1250],
  ['12', 2, 1200],
  ['12.', 2, 1200],
  ['0.07', 2, 7],
  ['1,234.56', 2, 123456],
  ['１２．５', 2, 1250],
  [' 8 ', 2, 800],
  ['1250', 0, 1250],
  ['1.1', 2, 110],
])('reads %j with %i places', (text, digits, scaled) => {
  expect(readDecimal(text, digits)).toBe(scaled);
});

test.each([
  ['', 2],
  ['.5', 2],
  ['12.505', 2],
  ['12.5', 0],
  ['-1', 2],
  ['1e3', 2],
  ['1,23', 2],
  ['12.5元', 2],
  ['12345678901', 2],
])('%j with %i places is no such number', (text, digits) => {
  expect(readDecimal(text, digits)).toBeNull();
});

test('what is written is read back, whatever the amount and the places', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), fc.integer({ min: 0, max: 3 }), fc.boolean(), (scaled, digits, full) => {
      expect(readDecimal(decimalText(scaled, digits, full), digits)).toBe(scaled);
    }),
  );
});

test('writes no more places than it needs, unless asked for all', () => {
  expect(decimalText(1300, 2)).toBe('13');
  expect(decimalText(1250, 2)).toBe('12.5');
  expect(decimalText(1250, 2, true)).toBe('12.50');
  expect(decimalText(7, 2)).toBe('0.07');
});
