import { nodeDigest } from '../../../db/changes/digest.ts';
import { leafOf, nextChain } from '../../../shared/sync/chain.ts';
import { wireRow } from '../../../shared/sync/messages.ts';
import { unpackRows } from './frame.ts';
import { fromWire, type LogRow } from './wire-rows.ts';

export interface ChainedRow extends LogRow {
  readonly chain: Uint8Array;
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

/**
 * The rows of a message with the chain that they make behind `prevChain`. They follow each other without a gap from
 * `from` on, each body fits its leaf, and transactions are numbered by their first row; otherwise they are damaged. The
 * first of them may have begun before.
 */
export function readRows(
  packed: Uint8Array,
  { from, prevChain }: { readonly from: number; readonly prevChain: Uint8Array },
): readonly ChainedRow[] | 'too-large' | 'damaged' {
  const lines = unpackRows(packed);
  if (typeof lines === 'string') return lines;
  const rows: ChainedRow[] = [];
  let chain = prevChain;
  for (const line of lines) {
    const parsed = wireRow.safeParse(line);
    if (!parsed.success) return 'damaged';
    const row = fromWire(parsed.data);
    const before = rows.at(-1);
    if (row.seq !== from + rows.length) return 'damaged';
    if (before && row.tx !== row.seq && row.tx !== before.tx) return 'damaged';
    if ((row.body === null) !== (row.salt === null)) return 'damaged';
    if (row.body && row.salt && !same(leafOf(row.salt, row.body, nodeDigest), row.leaf)) return 'damaged';
    chain = nextChain(chain, row, row.leaf, nodeDigest);
    rows.push({ ...row, chain });
  }
  return rows;
}
