import type { ReadDb } from '../../../db/kernel/connection.ts';
import type { Query } from '../../../db/kernel/define-query.ts';
import type { Matches } from './order-rows.ts';

/** So many rows take some 10 ms: what a sale may have to wait for. */
export const SLICE_ROWS = 65_536;

export const pksOf = (read: { readonly pks: string } | undefined): number[] => JSON.parse(read?.pks ?? '[]');

export const matchesOf = (read: { readonly pks: string; readonly keys: string } | undefined): Matches => ({
  pks: pksOf(read),
  keys: JSON.parse(read?.keys ?? '[]'),
});

// biome-ignore lint/suspicious/noExplicitAny: what is bound differs from filter to filter and is bound already.
type InRange = Query<any, any>;

/** What matches, a stretch of keys at a time. */
export function* inSlices(db: ReadDb, matches: InRange, lastPk: number, rows = SLICE_ROWS): Generator<Matches> {
  for (let after = 0; after < lastPk; after += rows)
    yield matchesOf(matches.get(db, { after, through: after + rows }) as { pks: string; keys: string });
}
