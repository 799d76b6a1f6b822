import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { asCouponCode, isCouponCode, newCouponCode, spacedCode } from './coupon-code.ts';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const anyCode = fc.constant(null).map(() => newCouponCode(randomBytes));

it('is read however it is typed: in small letters, in groups, O for 0, I and L for 1', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      const typed = spacedCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
      expect(asCouponCode(` ${typed} `)).toBe(code);
      expect(isCouponCode(code)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('with one character wrong is no code, whichever it is', () => {
  fc.assert(
    fc.property(anyCode, fc.nat(11), fc.nat(31), (code, place, other) => {
      const wrong = DIGITS[other] as string;
      fc.pre(code[place] !== wrong);
      expect(isCouponCode(code.slice(0, place) + wrong + code.slice(place + 1))).toBe(false);
    }),
    { numRuns: 500 },
  );
});

it('with two characters that changed places is no code, however far apart they are', () => {
  fc.assert(
    fc.property(anyCode, fc.nat(11), fc.nat(11), (code, one, two) => {
      fc.pre(code[one] !== code[two]);
      const swapped = [...code];
      [swapped[one], swapped[two]] = [code[two] as string, code[one] as string];
      expect(isCouponCode(swapped.join(''))).toBe(false);
    }),
    { numRuns: 500 },
  );
});

it('is no product’s barcode: it begins with a letter', () => {
  fc.assert(
    fc.property(anyCode, (code) => /^[A-Z]/.test(code)),
    { numRuns: 200 },
  );
  expect(isCouponCode('690123456789')).toBe(false);
  expect(isCouponCode('')).toBe(false);
});

it('draws each letter and each character as often as any other', () => {
  const counts = new Map<string, number>();
  for (let made = 0; made < 4400; made += 1)
    for (const key of [`first ${newCouponCode(randomBytes)[0]}`, `second ${newCouponCode(randomBytes)[1]}`])
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const firsts = [...counts].filter(([key]) => key.startsWith('first'));
  expect(firsts).toHaveLength(22);
  for (const [, count] of firsts) expect(Math.abs(count - 200)).toBeLessThan(100);
  expect([...counts].filter(([key]) => key.startsWith('second'))).toHaveLength(32);
});
