import { quarantinedBetween } from '../../../db/hub/held-facts.queries.ts';
import { putLastVersion, versions } from '../../../db/hub/hub.queries.ts';
import { chainAt, type HubFact, keepFact } from '../../../db/hub/hub-facts.queries.ts';
import { advanceLine, type Line, useSession } from '../../../db/hub/lines.queries.ts';
import { idBytes, idText } from '../../../db/kernel/codec.ts';
import type { WriteDb } from '../../../db/kernel/connection.ts';
import { LIMITS, placeOf } from '../../../shared/sync/batch.ts';
import { CHAIN_START } from '../../../shared/sync/chain.ts';
import { clampStamp, skewMs } from '../../../shared/sync/clamp.ts';
import type { Hlc } from '../../../shared/sync/hlc.ts';
import type { AnswerOf, RefusalReason, RequestOf } from '../../../shared/sync/messages.ts';
import { type ChainedRow, readRows } from '../sync/read-rows.ts';
import { unhex } from '../sync/wire-rows.ts';
import { isForgotten, mergeTransactions } from './merge-transactions.ts';

type Committed = Omit<AnswerOf<'committed'>, 'ask'>;
type Refused = { readonly is: 'refused'; readonly reason: RefusalReason; readonly lastSeq?: number };

const refused = (reason: RefusalReason): Refused => ({ is: 'refused', reason });
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

/**
 * Takes a batch of a store's log: verifies it, keeps every row as it is, merges each of its transactions, and moves the
 * line's head, all in the transaction of the caller. What was taken already is compared, not taken again. Only after the
 * commit may the store be told.
 */
export function ingestBatch(
  tx: WriteDb,
  line: Line,
  head: RequestOf<'push'>,
  packed: Uint8Array,
  nowMs: number,
): Committed | Refused {
  if (head.session !== line.sessionHanded) return refused('session-over');
  useSession.run(tx, { linePk: line.linePk, session: head.session, nowMs });
  if (head.to - head.from >= LIMITS.rows) return refused('too-large');
  const place = placeOf(head.from, head.to, line.lastSeq);
  if (place.is === 'gap') return { ...refused('gap'), lastSeq: line.lastSeq };

  const prevChain = unhex(head.prevChain);
  const rows = readRows(packed, { from: head.from, prevChain });
  if (typeof rows === 'string') return refused(rows);
  if (rows.at(-1)?.seq !== head.to || !isOf(head, rows)) return refused('damaged');
  if (!same(prevChain, chainOf(tx, line, head.from - 1))) return refused('chain-differs');
  const lastKnown = rows[place.known - 1];
  if (lastKnown && !same(lastKnown.chain, chainOf(tx, line, lastKnown.seq))) return refused('chain-differs');

  take(tx, line, rows.slice(place.known), nowMs);
  const through = Math.max(line.lastSeq, head.to);
  const stretch = { linePk: line.linePk, fromSeq: head.from, toSeq: head.to };
  return {
    is: 'committed',
    through,
    backedUpThrough: line.backedUpSeq,
    quarantined: quarantinedBetween.all(tx, stretch),
    nowMs,
  };
}

/** The rows are of the epoch, begin with a transaction, and make the chain that the head says. */
function isOf(head: RequestOf<'push'>, rows: readonly ChainedRow[]): boolean {
  const epoch = idBytes(head.epoch);
  return (
    rows.every((row) => same(row.epoch, epoch)) &&
    rows[0]?.tx === head.from &&
    same(rows.at(-1)?.chain as Uint8Array, unhex(head.endChain))
  );
}

const chainOf = (tx: WriteDb, { linePk, lastSeq, chainHead }: Line, seq: number): Uint8Array =>
  seq === lastSeq ? chainHead : seq === 0 ? CHAIN_START : (chainAt.get(tx, { linePk, seq })?.chain ?? CHAIN_START);

function take(tx: WriteDb, line: Line, rows: readonly ChainedRow[], nowMs: number): void {
  const last = rows.at(-1);
  if (!last) return;
  let lastStamp = line.lastStamp as Hlc;
  let { lastHlc } = line;
  const before = versions.get(tx, {})?.lastVersion ?? 0;
  let version = before;
  const merging = { tx, nextVersion: () => ++version };
  for (const together of byTransaction(rows)) {
    const facts = together.map((pushed): HubFact => {
      const row = withoutForgotten(tx, pushed);
      const stamp = clampStamp(row.hlc as Hlc, lastStamp, nowMs);
      const goesBack = stamp !== row.hlc || row.hlc <= lastHlc;
      if (stamp > lastStamp) lastStamp = stamp;
      if (row.hlc > lastHlc) lastHlc = row.hlc;
      const fact = { ...row, linePk: line.linePk, stamp };
      const received = { receivedAtMs: nowMs, skewMs: skewMs(row.hlc as Hlc, nowMs), goesBack };
      const factPk = keepFact.insert(tx, { ...fact, ...received });
      const subject = row.subject && idText<'anything'>(row.subject);
      return { ...fact, factPk, storeId: line.storeId, id: idText(row.id), subject };
    });
    mergeTransactions(merging, facts);
  }
  if (version !== before) putLastVersion.run(tx, { lastVersion: version });
  const head = { fromSeq: line.lastSeq, lastSeq: last.seq, chainHead: last.chain, lastStamp, lastHlc };
  if (advanceLine.run(tx, { linePk: line.linePk, ...head }) !== 1) throw new Error('a line moved under a batch');
}

/** What still comes of somebody who asked to be forgotten is kept without its body. */
const withoutForgotten = (tx: WriteDb, row: ChainedRow): ChainedRow =>
  row.subject && isForgotten(tx, idText(row.subject)) ? { ...row, salt: null, body: null } : row;

function byTransaction(rows: readonly ChainedRow[]): readonly (readonly ChainedRow[])[] {
  return [...Map.groupBy(rows, (row) => row.tx).values()];
}
