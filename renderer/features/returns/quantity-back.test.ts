import { expect, it } from 'vitest';
import { stepped } from './quantity-back.ts';

it('a quantity steps within what may come back', () => {
  expect(stepped('', 'piece', 2000, 1)).toBe('1');
  expect(stepped('2', 'piece', 2000, 1)).toBe('2');
  expect(stepped('', 'piece', 2000, -1)).toBe('0');
  expect(stepped('0.4', 'kg', 456, 1)).toBe('0.456');
});
