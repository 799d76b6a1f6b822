import type { z } from 'zod';
import type { Id } from '../../shared/kernel/id.ts';

export type SqlValue = string | number | bigint | null | Uint8Array;

/** How a value stands in a column: its SQL form, its form in the program, and a check that tests switch on. */
export interface Codec<T> {
  readonly encode: (value: T) => SqlValue;
  readonly decode: (stored: SqlValue) => T;
  readonly fits: (stored: SqlValue) => boolean;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Where each of an id's sixteen bytes stands in its text, and what its digits are worth. */
const PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => Number.parseInt(String.fromCharCode(code), 16) || 0);

/** By hand: a sale needs some thirty of them, and this takes a third of what Buffer's own reader does. */
export function idBytes(id: Id): Uint8Array {
  const bytes = Buffer.allocUnsafe(16);
  for (let index = 0; index < 16; index += 1) {
    const place = PLACES[index] as number;
    const high = DIGITS[id.charCodeAt(place)] as number;
    bytes[index] = (high << 4) | (DIGITS[id.charCodeAt(place + 1)] as number);
  }
  return bytes;
}

export function idText<Noun extends string>(bytes: Uint8Array): Id<Noun> {
  let text = '';
  for (let index = 0; index < 16; index += 1) {
    if (index === 4 || index === 6 || index === 8 || index === 10) text += '-';
    text += HEX[bytes[index] ?? 0];
  }
  return text as Id<Noun>;
}

const plain = <T extends SqlValue>(fits: (stored: SqlValue) => boolean): Codec<T> => ({
  encode: (value) => value,
  decode: (stored) => stored as T,
  fits,
});

export const text: Codec<string> = plain((stored) => typeof stored === 'string');
export const integer: Codec<number> = plain((stored) => Number.isSafeInteger(stored));
/** A measure that was reckoned; nothing that is kept is one. */
export const real: Codec<number> = plain((stored) => typeof stored === 'number' && Number.isFinite(stored));
export const bytes: Codec<Uint8Array> = plain((stored) => stored instanceof Uint8Array);

/** Text that is one of a few words. */
export const oneOf = <const T extends string>(words: readonly T[]): Codec<T> =>
  plain((stored) => (words as readonly SqlValue[]).includes(stored));

export const flag: Codec<boolean> = {
  encode: (value) => (value ? 1 : 0),
  decode: (stored) => stored === 1,
  fits: (stored) => stored === 0 || stored === 1,
};

export const id = <Noun extends string>(_noun: Noun): Codec<Id<Noun>> => ({
  encode: idBytes,
  decode: (stored) => idText(stored as Uint8Array),
  fits: (stored) => stored instanceof Uint8Array && stored.length === 16,
});

export const json = <T>(schema: z.ZodType<T>): Codec<T> => ({
  encode: (value) => JSON.stringify(value),
  decode: (stored) => JSON.parse(stored as string) as T,
  fits: (stored) => typeof stored === 'string' && schema.safeParse(JSON.parse(stored)).success,
});

export const nullable = <T>(codec: Codec<T>): Codec<T | null> => ({
  encode: (value) => (value === null ? null : codec.encode(value)),
  decode: (stored) => (stored === null ? null : codec.decode(stored)),
  fits: (stored) => stored === null || codec.fits(stored),
});

// biome-ignore lint/suspicious/noExplicitAny: a codec is invariant; only `any` lets a shape hold all of them.
export type Codecs = Readonly<Record<string, Codec<any>>>;
export type ValuesOf<S extends Codecs> = { [K in keyof S]: S[K] extends Codec<infer T> ? T : never };
