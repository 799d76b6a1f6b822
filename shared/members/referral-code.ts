import type { Id } from '../kernel/id.ts';

/** Crockford's Base32: no I, L, O and U, so that it can be read out. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Of the random end of an id: 40 bits are eight characters. */
const HEX_DIGITS = 10;
const LENGTH = 8;

/**
 * The code by which a member brings friends along: the end of the member's id, so nothing is kept for it. Among a million
 * members two may share one, once in a blue moon; whoever looks one up is told of both.
 */
export function referralCode(memberId: Id<'member'>): string {
  let rest = BigInt(`0x${memberId.slice(-HEX_DIGITS)}`);
  let code = '';
  for (let place = 0; place < LENGTH; place += 1) {
    code = (DIGITS[Number(rest & 31n)] as string) + code;
    rest >>= 5n;
  }
  return code;
}

/** The code as it is meant, however it was typed; null where it can be none. */
export function asReferralCode(typed: string): string | null {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === LENGTH && [...code].every((character) => DIGITS.includes(character)) ? code : null;
}

/** The last bytes of the ids that have a code. */
export function idEndOf(code: string): Uint8Array {
  let rest = 0n;
  for (const character of code) rest = (rest << 5n) | BigInt(DIGITS.indexOf(character));
  return Uint8Array.from({ length: HEX_DIGITS / 2 }, (_, place) => Number((rest >> BigInt(8 * (4 - place))) & 255n));
}
