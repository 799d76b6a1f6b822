import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code128, isCode128 } from './code-128.ts';

/** Bars as ones, spaces as zeros. */
const modulesOf = (text: string): string =>
  code128(text)
    .map((width, index) => (index % 2 === 0 ? '1' : '0').repeat(width))
    .join('');

/** Reads widths back, symbol by symbol, by a table made of single characters: the inverse of what is under test. */
function decoded(widths: readonly number[]): string {
  const symbols = widths.slice(0, -7).join('').match(/.{6}/g) ?? [];
  const pairs = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
  const inC = symbols[0] === '211232';
  const letters = inC ? pairs : Array.from({ length: 95 }, (_, value) => String.fromCharCode(32 + value));
  const byWidths = new Map(letters.map((letter) => [code128(letter).slice(6, 12).join(''), letter]));
  return symbols
    .slice(1, -1)
    .map((symbol) => byWidths.get(symbol) ?? '?')
    .join('');
}

describe('Code 128', () => {
  it('is as other encoders have it', () => {
    // The vectors of JsBarcode and jbarcode, which share no code with each other.
    expect(modulesOf('a@B=1')).toBe(
      '110100100001001011000011000110110100010110001110011001010011100110110111001001100011101011',
    );
    expect(modulesOf('123456')).toBe('11010011100101100111001000101100011100010110100011011101100011101011');
    expect(code128('01040123453333361503123110123456').join('')).toBe(
      '211232 222122 121322 222122 312131 113123 111323 111323 112313 113222 121223 112232 212321 221312 112232 131123 331121 223112 2331112'.replaceAll(
        ' ',
        '',
      ),
    );
  });

  it('is bars and spaces that a scanner can tell apart: eleven modules a symbol, each symbol another', () => {
    const characters = Array.from({ length: 95 }, (_, value) => String.fromCharCode(32 + value));
    const symbols = [...characters, '00', '42', '99'].map((text) => code128(text).slice(6, 12));
    for (const symbol of symbols) {
      expect(symbol.reduce((sum, width) => sum + width, 0)).toBe(11);
      // The bars of every symbol are an even number of modules together.
      expect(symbol.reduce((sum, width, index) => sum + (index % 2 === 0 ? width : 0), 0) % 2).toBe(0);
    }
    expect(new Set(symbols.slice(0, 95).map((symbol) => symbol.join(''))).size).toBe(95);
  });

  it('reads back as what was written', () => {
    const text = fc.string({
      unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
      minLength: 1,
    });
    const digits = fc
      .array(fc.integer({ min: 0, max: 99 }), { minLength: 1 })
      .map((pairs) => pairs.map((pair) => String(pair).padStart(2, '0')).join(''));
    fc.assert(
      fc.property(fc.oneof(text, digits), (written) => {
        expect(decoded(code128(written))).toBe(written);
      }),
    );
  });

  it('is not made of what a scanner cannot type', () => {
    for (const text of ['', '会员', 'a\tb', 'é']) {
      expect(isCode128(text)).toBe(false);
      expect(() => code128(text)).toThrow(RangeError);
    }
  });
});
