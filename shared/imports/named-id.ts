import type { Id } from '../kernel/id.ts';
import type { Digest } from '../sync/chain.ts';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** The two digits of a byte: looked up, since an import asks for a dozen a row. */
export const hexOf = (byte: number | undefined): string => HEX[byte ?? 0] as string;

/**
 * The id that a source row always gets: a UUIDv8 (RFC 9562, 5.8) of the first 128 bits of SHA-256 over the import, the
 * noun and the row's own key. So an import that is run again after an interruption finds what it has already written.
 * Unlike a UUIDv7 it says nothing of time.
 */
export function namedId<const Noun extends string>(
  namespace: string,
  noun: Noun,
  key: string,
  digest: Digest,
): Id<Noun> {
  const hash = digest.sha256([digest.utf8(JSON.stringify([namespace, noun, key]))]);
  let hex = '';
  for (let index = 0; index < 16; index += 1) hex += hexOf(hash[index]);
  const variant = (8 + (Number.parseInt(hex.charAt(16), 16) & 3)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}` as Id<Noun>;
}
