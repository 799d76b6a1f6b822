import type { Digest } from '../sync/chain.ts';

/**
 * A code by which one store is let in, once: 80 random bits, the first 70 bits of headquarters' key pin, and 10 bits by
 * which a slip of the finger is noticed. The pin is inside so that nobody has to compare one by eye.
 */
export interface EnrolmentCode {
  /** 16 characters of the alphabet. Whoever knows them may enrol. */
  readonly secret: string;
  /** How the pin of the headquarters that made the code begins: 14 characters of the alphabet. */
  readonly pinBegins: string;
}

/** Crockford's: no letter that is read as a digit, or that makes words. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const SECRET = 16;
const PIN = 14;
const CHECK = 2;
/** Bytes behind the 16 characters of the secret. */
export const SECRET_BYTES = 10;

/** Five bits a character, from the first bit on. */
function letters(bytes: Uint8Array, count: number): string {
  let text = '';
  for (let at = 0; at < count; at += 1) {
    const bit = at * 5;
    const two = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    text += ALPHABET[(two >> (11 - (bit & 7))) & 31];
  }
  return text;
}

const checkOf = (text: string, digest: Digest): string => letters(digest.sha256([digest.utf8(text)]), CHECK);

/** How a pin (SHA-256 of a public key) begins, as codes say it. */
export const pinBegins = (pin: Uint8Array): string => letters(pin, PIN);

/** `3F7K-…`: eight groups of four, from ten random bytes and the pin. */
export function writeEnrolmentCode(secret: Uint8Array, pin: Uint8Array, digest: Digest): string {
  const text = letters(secret, SECRET) + pinBegins(pin);
  return (text + checkOf(text, digest)).match(/.{4}/g)?.join('-') ?? '';
}

/** What somebody typed: in any case, with or without hyphens and spaces. Null where it is no code, or has a slip in it. */
export function readEnrolmentCode(typed: string, digest: Digest): EnrolmentCode | null {
  const text = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll(/[OIL]/g, (letter) => READ_AS[letter] ?? letter);
  if (text.length !== SECRET + PIN + CHECK || [...text].some((letter) => !ALPHABET.includes(letter))) return null;
  const said = text.slice(0, SECRET + PIN);
  if (text !== said + checkOf(said, digest)) return null;
  return { secret: said.slice(0, SECRET), pinBegins: said.slice(SECRET) };
}
