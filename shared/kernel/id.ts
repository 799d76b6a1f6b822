import { z } from 'zod';

declare const noun: unique symbol;
/** The identity that travels: a UUIDv7 in lower-case text. The noun keeps a member's id out of a purchase's place. */
export type Id<Noun extends string = string> = string & { readonly [noun]: Noun };

const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Accepts any RFC 9562 UUID in lower case, so that ids made elsewhere keep their text. */
export const idOf = <Noun extends string>(_noun: Noun) =>
  z.string().regex(PATTERN, 'not an id') as unknown as z.ZodType<Id<Noun>, string>;

export type IdSource = <Noun extends string>() => Id<Noun>;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * Makes UUIDv7 ids (RFC 9562, method 1: 12-bit counter in rand_a). Ids of one source sort in the order they were
 * made, also within a millisecond and when the clock is set back: then the last millisecond is kept.
 * `randomBytes(n)` returns n random bytes.
 */
export function makeIdSource(now: () => number, randomBytes: (n: number) => Uint8Array): IdSource {
  let lastMs = 0;
  let counter = 0;
  return <Noun extends string>() => {
    const nowMs = now();
    if (nowMs > lastMs) {
      lastMs = nowMs;
      counter = (randomBytes(1)[0] ?? 0) << 3;
    } else if (++counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
    let tail = '';
    for (const byte of randomBytes(8)) tail += HEX[byte];
    const time = lastMs.toString(16).padStart(12, '0');
    const variant = (8 + (Number.parseInt(tail[0] ?? '0', 16) & 3)).toString(16);
    const text = `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`;
    return text as Id<Noun>;
  };
}
