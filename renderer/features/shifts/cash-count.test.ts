import { describe, expect, it } from 'vitest';
import { badPieces, facesOf, nothingCounted, withPieces, withSum } from './cash-count.ts';

describe('the notes and coins of a drawer', () => {
  it('are those of the currency, in minor units', () => {
    expect(facesOf('CNY')).toEqual([10_000, 5000, 2000, 1000, 500, 100, 50, 10]);
    expect(facesOf('JPY').at(-1)).toBe(1);
    expect(facesOf('EUR')[0]).toBe(10_000);
  });
});

describe('cash that is counted', () => {
  it('adds up by its faces', () => {
    const three = withPieces(nothingCounted, 10_000, '3', 2);
    expect(withPieces(three, 50, '5', 2).sum).toBe('302.50');
    expect(withPieces(three, 10_000, '', 2).sum).toBe('');
  });

  it('has no sum while a number cannot be read', () => {
    expect(withPieces(withPieces(nothingCounted, 100, '2', 2), 500, 'x', 2).sum).toBe('');
    expect([badPieces('x'), badPieces('1.5'), badPieces(''), badPieces('12')]).toEqual([true, true, false, false]);
  });

  it('forgets the faces once a sum is typed', () => {
    expect(withSum('350')).toEqual({ sum: '350', pieces: {} });
  });
});
