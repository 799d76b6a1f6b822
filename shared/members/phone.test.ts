import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { last4, toE164 } from './phone.ts';

describe('a phone as typed', () => {
  it.each([
    ['13812345678'],
    ['１３８１２３４５６７８'],
    ['138 1234 5678'],
    ['138-1234-5678'],
    ['（138）1234－5678'],
    ['+86 13812345678'],
    ['+86-138-1234-5678'],
    ['＋８６　１３８１２３４５６７８'],
    ['0086 13812345678'],
    ['8613812345678'],
    ['  13812345678\t'],
  ])('reads %s as one and the same Chinese mobile', (typed) => {
    expect(toE164(typed, 'CN')).toBe('+8613812345678');
  });

  it.each([
    ['01066668888', '+861066668888'],
    ['010-6666 8888', '+861066668888'],
    ['4008001234', '+864008001234'],
    ['+852 6123 4567', '+85261234567'],
    ['+44 20 7946 0958', '+442079460958'],
  ])('takes fixed lines and foreign numbers: %s', (typed, e164) => {
    expect(toE164(typed, 'CN')).toBe(e164);
  });

  it('reads a number without a country code in the region that is given', () => {
    expect(toE164('6123 4567', 'HK')).toBe('+85261234567');
    expect(toE164('6123 4567', 'CN')).toBeNull();
  });

  it.each([
    [''],
    ['   '],
    ['张伟'],
    ['1381234567'],
    ['138123456789'],
    ['12345678901'],
    ['66668888'],
    ['1234'],
    ['2012345678903'],
    ['tel 13812345678'],
    ['13812345678 ext 5'],
    ['13812345678 13912345678'],
  ])('refuses %j', (typed) => {
    expect(toE164(typed, 'CN')).toBeNull();
  });

  it('leaves a number that is E.164 already as it is, in any region', () => {
    const chineseMobile = fc
      .tuple(fc.constantFrom('138', '139', '150', '177', '186', '199'), fc.integer({ min: 0, max: 99_999_999 }))
      .map(([prefix, rest]) => `+86${prefix}${String(rest).padStart(8, '0')}`);
    fc.assert(
      fc.property(chineseMobile, fc.constantFrom('CN' as const, 'HK' as const, 'US' as const), (e164, region) => {
        expect(toE164(e164, region)).toBe(e164);
      }),
    );
  });

  it('throws on no text whatever', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        expect(toE164(typed, 'CN') ?? '+1').toMatch(/^\+\d+$/);
      }),
    );
  });
});

it('names a phone by its last four digits', () => {
  expect(last4('+8613812340078')).toBe('0078');
});
