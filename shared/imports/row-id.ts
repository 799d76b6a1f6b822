import type { Id } from '../kernel/id.ts';
import type { Digest } from '../sync/chain.ts';
import { hexOf } from './named-id.ts';

/**
 * The id that a row of an import always gives its facts: a UUIDv8 (RFC 9562, 5.8) of the import's own time (48 bits),
 * the row (24 bits) and a hash of import, noun and row (50 bits). Ids of one import so sort in the order of its rows,
 * which lets every index be filled at its end.
 */
export function rowId<const Noun extends string>(
  importId: Id<'import'>,
  noun: Noun,
  row: number,
  digest: Digest,
): Id<Noun> {
  const hash = digest.sha256([digest.utf8(`${importId} ${noun} ${row}`)]);
  const time = importId.slice(0, 13);
  const high = ((row >>> 12) & 0xfff).toString(16).padStart(3, '0');
  const low = row & 0xfff;
  const variant = (0x8000 | (low << 2) | ((hash[0] ?? 0) & 3)).toString(16);
  let tail = '';
  for (let index = 1; index <= 6; index += 1) tail += hexOf(hash[index]);
  return `${time}-8${high}-${variant}-${tail}` as Id<Noun>;
}
