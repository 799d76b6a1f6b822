import { versions } from '../../../db/hub/hub.queries.ts';
import { chainAt, ownFacts, publishedFacts } from '../../../db/hub/hub-facts.queries.ts';
import { type Line, lineOf, openReview, useSession } from '../../../db/hub/lines.queries.ts';
import { type ReadDb, transaction, type WriteDb } from '../../../db/kernel/connection.ts';
import type { IdSource } from '../../../shared/kernel/id.ts';
import { LIMITS } from '../../../shared/sync/batch.ts';
import { CHAIN_START } from '../../../shared/sync/chain.ts';
import {
  type AnswerHead,
  PROTOCOL,
  type PublishedFact,
  type RefusalReason,
  type RequestHead,
  type RequestOf,
  requestHead,
} from '../../../shared/sync/messages.ts';
import { open, type PackedRows, packRows, seal } from '../sync/frame.ts';
import { hex, toWire } from '../sync/wire-rows.ts';
import { ingestBatch } from './ingest-batch.ts';
import { greet, openSession } from './open-session.ts';

/** An answer without the name of its request, and its rows. */
type Unnamed<H> = H extends AnswerHead ? Omit<H, 'ask'> : never;
interface Answer {
  readonly head: Unnamed<AnswerHead>;
  readonly rows?: PackedRows;
}

const refused = (reason: RefusalReason): Answer => ({ head: { is: 'refused', reason } });

/** Rows of one answer: small enough that it is never refused for its size. */
const ROWS_AN_ANSWER = 500;

/**
 * Headquarters' side of the conversation: one request, one transaction, one answer, made after the commit. Throws where
 * the disk fails: then nothing happened, and the store asks again.
 */
export function answerRequest(hub: ReadDb, request: Uint8Array, nowMs: number, ids: IdSource): Uint8Array {
  const frame = open(request);
  const parsed = requestHead.safeParse(frame?.head);
  if (!frame || !parsed.success) return seal({ ask: 0, ...refused('damaged').head });
  const head = parsed.data;
  const { head: answer, rows } = transaction(hub, (tx) => answerTo(tx, head, frame.packed, nowMs, ids));
  return seal({ ask: head.ask, ...answer }, rows);
}

function answerTo(tx: WriteDb, head: RequestHead, packed: Uint8Array, nowMs: number, ids: IdSource): Answer {
  if (head.protocol !== PROTOCOL) return refused('unknown-protocol');
  const line = lineOf.get(tx, head);
  if (!line) return refused('unknown-store');
  switch (head.do) {
    case 'greet':
      return { head: greet(tx, line, nowMs, ids) };
    case 'hello':
      return head.word === line.word ? { head: openSession(tx, line, head, nowMs, ids) } : refused('stale-word');
    case 'push':
      return { head: ingestBatch(tx, line, head, packed, nowMs) };
    case 'take-back':
      return inSession(tx, line, head, nowMs) ?? ownRows(tx, line, head);
    case 'pull':
      return inSession(tx, line, head, nowMs) ?? publications(tx, line, head);
  }
}

/** A refusal where another session took the place of this one. */
function inSession(tx: WriteDb, line: Line, { session }: { readonly session: number }, nowMs: number): Answer | null {
  if (session !== line.sessionHanded) return refused('session-over');
  useSession.run(tx, { linePk: line.linePk, session, nowMs });
  return null;
}

function ownRows(tx: WriteDb, { linePk, lastSeq }: Line, { afterSeq }: RequestOf<'take-back'>): Answer {
  const before = afterSeq === 0 ? CHAIN_START : chainAt.get(tx, { linePk, seq: afterSeq })?.chain;
  if (!before) return { head: { is: 'refused', reason: 'gap', lastSeq } };
  const rows = ownFacts.all(tx, { linePk, afterSeq, limit: ROWS_AN_ANSWER * 2 });
  return { head: { is: 'own-rows', afterSeq, prevChain: hex(before), lastSeq }, rows: packFitting(rows.map(toWire)) };
}

function publications(tx: WriteDb, line: Line, { afterVersion }: RequestOf<'pull'>): Answer {
  if (openReview.get(tx, { linePk: line.linePk, what: 'clone' })) return refused('under-review');
  const { lastVersion = 0, floorVersion = 0 } = versions.get(tx, {}) ?? {};
  const facts = publishedFacts.all(tx, { afterVersion, floorVersion, storeId: line.storeId, limit: ROWS_AN_ANSWER });
  const wire = facts.map(
    ({ stamp, hlc, schemaVersion, leaf, body, ...fact }): PublishedFact => ({
      ...fact,
      v: schemaVersion,
      hlc: stamp,
      writtenHlc: hlc,
      leaf: hex(leaf),
      body: Buffer.from(body).toString('utf8'),
    }),
  );
  const rows = packFitting(wire);
  const isAll = facts.length < ROWS_AN_ANSWER && rows.count === facts.length;
  const throughVersion = isAll ? lastVersion : (facts[rows.count - 1]?.version ?? lastVersion);
  return { head: { is: 'publications', throughVersion, isEnd: isAll }, rows };
}

/** As many of the rows as one message holds. */
function packFitting(rows: readonly object[]): PackedRows & { readonly count: number } {
  for (let count = rows.length; ; count = Math.ceil(count / 2)) {
    const packed = packRows(rows.slice(0, count));
    const fits = packed.packedBytes <= LIMITS.packedBytes && packed.unpackedBytes <= LIMITS.unpackedBytes;
    if (fits || count <= 1) return { ...packed, count };
  }
}
