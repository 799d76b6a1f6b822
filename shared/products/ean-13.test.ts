import { expect, it } from 'vitest';
import { ean13CheckDigit } from './ean-13.ts';

it.each([
  ['400638133393', 1],
  ['590123412345', 7],
  ['000000000000', 0],
])('closes %s with %i', (twelve, checkDigit) => {
  expect(ean13CheckDigit(twelve)).toBe(checkDigit);
});

it('refuses what is not twelve digits', () => {
  expect(() => ean13CheckDigit('4006381333931')).toThrow(RangeError);
});
