import { describe, expect, it } from 'vitest';
import { readQuantityBack, stepped } from './quantity-back.ts';

describe('how much comes back', () => {
  it.each([
    ['', 0],
    ['0', 0],
    ['3', 3000],
    ['２', 2000],
  ])('reads %j pieces', (text, thousandths) => {
    expect(readQuantityBack(text, 'piece', 3000)).toBe(thousandths);
  });

  it.each(['4', '1.5', 'x', '-1'])('refuses %j of three pieces', (text) => {
    expect(readQuantityBack(text, 'piece', 3000)).toBeNull();
  });

  it('takes parts of what is weighed', () => {
    expect(readQuantityBack('0.456', 'kg', 456)).toBe(456);
    expect(readQuantityBack('0.457', 'kg', 456)).toBeNull();
  });

  it('steps within what may come back', () => {
    expect(stepped('', 'piece', 2000, 1)).toBe('1');
    expect(stepped('2', 'piece', 2000, 1)).toBe('2');
    expect(stepped('', 'piece', 2000, -1)).toBe('0');
    expect(stepped('0.4', 'kg', 456, 1)).toBe('0.456');
  });
});
