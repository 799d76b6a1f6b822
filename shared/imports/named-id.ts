import type { Id } from '../kernel/id.ts';
import type { Digest } from '../sync/chain.ts';

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
  const hex = Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = (8 + (Number.parseInt(hex.charAt(16), 16) & 3)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}` as Id<Noun>;
}
