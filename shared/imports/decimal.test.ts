import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountMinor, type Decimal, parseDecimal } from './decimal.ts';

const price = (text: string): Decimal => {
  const parsed = parseDecimal(text);
  if (!parsed) throw new Error(`${text} is no price`);
  return parsed;
};

const decimal = fc.record({
  digits: fc.integer({ min: -99_999_999, max: 99_999_999 }),
  places: fc.integer({ min: 0, max: 6 }),
});
const quantity = fc.integer({ min: -99_999, max: 99_999 });

const written = ({ digits, places }: Decimal): string => {
  const text = String(Math.abs(digits)).padStart(places + 1, '0');
  const sign = digits < 0 ? '-' : '';
  return places === 0 ? sign + text : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
};

describe('a decimal', () => {
  it.each([
    ['2.55', 255, 2],
    ['0.001', 1, 3],
    ['-11062.06', -1_106_206, 2],
    ['7', 7, 0],
    ['38970.0', 389_700, 1],
    ['0', 0, 0],
    ['-0.00', 0, 2],
  ])('reads %s exactly', (text, digits, places) => {
    expect(parseDecimal(text)).toEqual({ digits, places });
  });

  it.each(['', ' 1', '1 ', '+1', '1.', '.5', '1,50', '1e3', '0x10', '--1', 'abc', 'NaN', '1.2345678', '9'.repeat(13)])(
    'refuses "%s"',
    (text) => {
      expect(parseDecimal(text)).toBeNull();
    },
  );

  it('is read back from its own writing', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        expect(parseDecimal(written(value))).toEqual(value);
      }),
    );
  });
});

describe('the amount of a line', () => {
  it.each([
    [6, '2.55', 1530],
    [1, '0.001', 0],
    [1, '-11062.06', -1_106_206],
    [-80_995, '2.08', -16_846_960],
    [1, '0.005', 1],
    [-1, '0.005', -1],
    [1, '0.0049', 0],
    [3, '7', 2100],
    [7, '1.5', 1050],
  ])('of %i at %s is %i pence', (count, text, minor) => {
    expect(amountMinor(count, price(text))).toBe(minor);
  });

  it('lies within half a penny of the exact product, and on the far side of it where it is a tie', () => {
    fc.assert(
      fc.property(quantity, decimal, (count, value) => {
        const exact = BigInt(count) * BigInt(value.digits) * 100n;
        const unit = 10n ** BigInt(value.places);
        const off = BigInt(amountMinor(count, value)) * unit - exact;
        const twice = off < 0n ? -2n * off : 2n * off;
        expect(twice <= unit).toBe(true);
        expect(twice === unit && off > 0n !== exact > 0n).toBe(false);
      }),
    );
  });

  it('of a return is the amount of the sale, negated', () => {
    fc.assert(
      fc.property(quantity, decimal, (count, value) => {
        expect(amountMinor(-count, value) + amountMinor(count, value)).toBe(0);
      }),
    );
  });

  it('does not depend on trailing zeros', () => {
    fc.assert(
      fc.property(quantity, decimal, (count, { digits, places }) => {
        fc.pre(places < 6);
        expect(amountMinor(count, { digits: digits * 10, places: places + 1 })).toBe(
          amountMinor(count, { digits, places }),
        );
      }),
    );
  });

  it('is refused beyond safe integers', () => {
    expect(() => amountMinor(999_999_999, price('999999999999'))).toThrow(RangeError);
  });
});
