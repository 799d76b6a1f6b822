import { describe, expect, it } from 'vitest';
import { readQuantity } from './quantity-text.ts';

describe('a quantity as typed', () => {
  it.each([
    ['', 0],
    ['0', 0],
    ['3', 3000],
    ['２', 2000],
  ])('reads %j pieces', (text, thousandths) => {
    expect(readQuantity(text, 'piece', 3000)).toBe(thousandths);
  });

  it.each(['4', '1.5', 'x', '-1'])('refuses %j of three pieces', (text) => {
    expect(readQuantity(text, 'piece', 3000)).toBeNull();
  });

  it('takes parts of what is weighed', () => {
    expect(readQuantity('0.456', 'kg', 456)).toBe(456);
    expect(readQuantity('0.457', 'kg', 456)).toBeNull();
  });
});
