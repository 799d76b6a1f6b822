import { expect, test } from 'vitest';
import { readEntry, readQuantity } from './quantity-text.ts';

test.each([
  ['1', 1000],
  ['12', 12_000],
  ['0.456', 456],
  ['１．５', 1500],
  ['2.', 2000],
])('%s kg is %i thousandths', (text, thousandths) => {
  expect(readQuantity(text, 'kg')).toBe(thousandths);
});

test.each(['', '0', '0.000', '-1', '1.2345', 'abc', '9999999', '1e3'])('%j is no quantity', (text) => {
  expect(readQuantity(text, 'kg')).toBeNull();
});

test('pieces are whole', () => {
  expect(readQuantity('3', 'piece')).toBe(3000);
  expect(readQuantity('1.5', 'piece')).toBeNull();
});

test.each([
  ['6901234567892', null, '6901234567892'],
  ['3*6901234567892', '3', '6901234567892'],
  ['3×可乐', '3', '可乐'],
  ['0.5*pears', '0.5', 'pears'],
  ['12*', '12', ''],
  ['3 * 可乐', '3', '可乐'],
  [' cola ', null, 'cola'],
  ['＊', null, '*'],
])('%j', (text, quantity, code) => {
  expect(readEntry(text)).toEqual({ quantity, code });
});
