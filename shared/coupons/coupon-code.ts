/**
 * The code of a coupon: a letter and ten more characters drawn at random (54.5 bits), and a character that checks them.
 * In Crockford's Base32, which has no I, L, O and U, so that it can be read out. It begins with a letter, so no product's
 * barcode is ever taken for one.
 */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = DIGITS.slice(10);
const LENGTH = 12;

const twice = (value: number): number => (value << 1) ^ (value & 16 ? 0b100101 : 0);

/**
 * A weighted sum in the field of 32 elements (x⁵ + x² + 1): each place has a weight of its own, none of them 0. So every
 * single wrong character and every two that changed places are found.
 */
function checkOf(body: string): string {
  let sum = 0;
  for (const digit of body) sum = twice(sum ^ DIGITS.indexOf(digit));
  return DIGITS[sum] as string;
}

/** A code made of random bytes: `randomBytes(n)` returns n of them. */
export function newCouponCode(randomBytes: (count: number) => Uint8Array): string {
  let body = '';
  while (body === '') {
    const drawn = (randomBytes(1)[0] as number) & 31;
    // Of 32 values only as many as there are letters count, each as often as any other.
    if (drawn < LETTERS.length) body = LETTERS[drawn] as string;
  }
  for (const byte of randomBytes(LENGTH - 2)) body += DIGITS[byte & 31];
  return body + checkOf(body);
}

/** The code as it is kept, however it was typed: in small letters, with spaces or dashes, O for 0, I or L for 1. */
export const asCouponCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

/** Whether it can be the code of any coupon: what was mistyped cannot. */
export const isCouponCode = (code: string): boolean =>
  code.length === LENGTH &&
  LETTERS.includes(code[0] as string) &&
  [...code].every((character) => DIGITS.includes(character)) &&
  checkOf(code.slice(0, -1)) === code.at(-1);

/** The code in groups of four, to be read out and typed. */
export const spacedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');
