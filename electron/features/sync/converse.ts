import { type ReadDb, transaction } from '../../../db/kernel/connection.ts';
import { rebaseLog } from '../../../db/sync/rebase-log.ts';
import {
  dropTakenBack,
  enterSession,
  lastTakenBack,
  ownChainAt,
  putAcknowledged,
  putCursor,
  putPulledVersion,
  putTakenBack,
  rowsToPush,
  seeStamp,
  syncPosition,
} from '../../../db/sync/sync.queries.ts';
import { forgetPublished, writePulled, writeWaiting } from '../../../db/sync/write-pulled.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { cutBatch, LIMITS } from '../../../shared/sync/batch.ts';
import { CHAIN_START } from '../../../shared/sync/chain.ts';
import { takesBack } from '../../../shared/sync/handshake.ts';
import {
  type AnswerHead,
  type AnswerOf,
  answerHead,
  PROTOCOL,
  publishedFact,
  type RequestHead,
} from '../../../shared/sync/messages.ts';
import { open, type PackedRows, packRows, seal, unpackRows } from './frame.ts';
import { readRows } from './read-rows.ts';
import { hex, toWire, unhex } from './wire-rows.ts';

/** Where a conversation stands. All that must outlive it is in the store's database. */
type At =
  | { readonly at: 'greet' }
  | { readonly at: 'hello'; readonly greeting: AnswerOf<'greeting'> }
  | {
      readonly at: 'take-back';
      readonly session: number;
      readonly epoch: Id<'epoch'>;
      readonly afterSeq: number;
      readonly headSeq: number;
    }
  | { readonly at: 'push'; readonly session: number; readonly through: number }
  | { readonly at: 'pull'; readonly session: number; readonly through: number }
  | { readonly at: 'rest'; readonly session: number; readonly through: number };

export interface Conversation {
  /** What to ask next, or null where everything is said. Asked again, it says the same until an answer was taken. */
  next(): Uint8Array | null;
  /** Takes an answer. One that answers something else, or was damaged on its way, changes nothing. */
  take(answer: Uint8Array): void;
  /** Something may be new on either side. */
  wake(): void;
}

type Unnamed<H> = H extends RequestHead ? Omit<H, 'ask' | 'protocol' | 'storeId'> : never;

/**
 * A store's side of the conversation with headquarters: handshake, whatever has to be taken back, push, pull. It can be
 * broken off at any point and begun again; `firstAsk` keeps the names of its requests apart from those of another.
 */
export function converse(db: ReadDb, firstAsk: number): Conversation {
  let at: At = { at: 'greet' };
  let ask = firstAsk;

  const request = (head: Unnamed<RequestHead>, rows?: PackedRows): Uint8Array =>
    seal({ ...head, ask, protocol: PROTOCOL, storeId: positionOf(db).storeId }, rows);

  const goTo = (next: At): void => {
    at = next;
    ask += 1;
  };

  return {
    next() {
      if (at.at === 'push') {
        const batch = batchAfter(db, at.through);
        if (batch) return request({ ...batch.head, session: at.session }, batch.packed);
        goTo({ ...at, at: 'pull' });
      }
      switch (at.at) {
        case 'greet':
          return request({ do: 'greet' });
        case 'hello':
          return request(helloTo(db, at.greeting));
        case 'take-back':
          return request({ do: 'take-back', session: at.session, afterSeq: at.afterSeq });
        case 'pull':
          return request({ do: 'pull', session: at.session, afterVersion: positionOf(db).pulledVersion });
        default:
          return null;
      }
    },
    take(answer) {
      const frame = open(answer);
      const parsed = answerHead.safeParse(frame?.head);
      if (!frame || !parsed.success || parsed.data.ask !== ask) return;
      goTo(after(db, at, parsed.data, frame.packed));
    },
    wake() {
      if (at.at === 'rest') goTo({ ...at, at: 'push' });
    },
  };
}

function positionOf(db: ReadDb) {
  const position = syncPosition.get(db, {});
  if (!position) throw new Error('there is no log');
  return position;
}

const chainAt = (db: ReadDb, seq: number): Uint8Array | null =>
  seq === 0 ? CHAIN_START : (ownChainAt.get(db, { seq })?.chain ?? null);

function helloTo(db: ReadDb, { word, seq }: AnswerOf<'greeting'>): Unnamed<RequestHead> {
  const { storeId: _, lastSeq, chainHead, isFrozen: __, ...position } = positionOf(db);
  const ours = chainAt(db, seq);
  return { do: 'hello', word, ...position, seq: lastSeq, chain: hex(chainHead), chainAtHead: ours && hex(ours) };
}

function batchAfter(db: ReadDb, through: number) {
  const rows = rowsToPush.all(db, { afterSeq: through, limit: LIMITS.rows * 2 });
  if (rows.length === 0) return null;
  const wire = rows.map(toWire);
  let packed = packRows([]);
  const batch = cutBatch(wire, (some) => {
    packed = packRows(some);
    return packed;
  });
  const [first, last] = [batch[0] as (typeof wire)[number], rows[batch.length - 1] as (typeof rows)[number]];
  const ends = { prevChain: hex(chainAt(db, through) as Uint8Array), endChain: hex(last.chain) };
  return { head: { do: 'push' as const, epoch: first.epoch, from: first.seq, to: last.seq, ...ends }, packed };
}

/** Where an answer leads. What it says is in the database before the next request is made. */
function after(db: ReadDb, at: At, answer: AnswerHead, packed: Uint8Array): At {
  if (at.at === 'greet' && answer.is === 'greeting') return { at: 'hello', greeting: answer };
  if (at.at === 'hello' && answer.is === 'verdict') return afterVerdict(db, answer, at.greeting);
  if (at.at === 'take-back' && answer.is === 'own-rows') return afterOwnRows(db, at, answer, packed);
  if (at.at === 'push' && answer.is === 'committed') {
    const told = { acknowledgedSeq: answer.through, backedUpSeq: answer.backedUpThrough };
    transaction(db, (tx) => void putAcknowledged.run(tx, told));
    return { ...at, through: answer.through };
  }
  if (at.at === 'pull' && answer.is === 'publications') return afterPublications(db, at, answer, packed);
  if (at.at === 'pull' && answer.is === 'refused' && answer.reason === 'under-review') return { ...at, at: 'rest' };
  return { at: 'greet' };
}

/**
 * The session, and what headquarters knows, are on the disk before anything else is said. Nothing is redeemed while it
 * is not known what this disk forgot.
 */
function afterVerdict(db: ReadDb, answer: AnswerOf<'verdict'>, greeting: AnswerOf<'greeting'>): At {
  const { session, verdict, epoch, timeline, seq } = answer;
  const position = positionOf(db);
  const isBehind = takesBack(verdict);
  transaction(db, (tx) => {
    dropTakenBack.run(tx, {});
    enterSession.run(tx, { session, isFrozen: isBehind || answer.underReview });
    const acknowledgedSeq = isBehind ? Math.min(position.acknowledgedSeq, seq) : seq;
    if (answer.pullFrom < position.pulledVersion) forgetPublished(tx, position.storeId, answer.pullFrom);
    putCursor.run(tx, { timeline, acknowledgedSeq, pulledVersion: answer.pullFrom });
    writeWaiting(tx, position.storeId);
  });
  if (!isBehind || !epoch) return { at: 'push', session, through: seq };
  const agreesAtHead = seq === greeting.seq && hex(chainAt(db, seq) ?? new Uint8Array(0)) === greeting.chain;
  const afterSeq = agreesAtHead ? seq : Math.min(seq, position.lastSeq);
  return { at: 'take-back', session, epoch, afterSeq, headSeq: seq };
}

/** Goes back until the chains agree, then forward to headquarters' head; then the log is put in order at once. */
function afterOwnRows(
  db: ReadDb,
  at: Extract<At, { at: 'take-back' }>,
  { prevChain, afterSeq, lastSeq }: AnswerOf<'own-rows'>,
  packed: Uint8Array,
): At {
  // The log grew meanwhile: another disk of this store speaks, or headquarters was restored and gave this session again.
  if (lastSeq !== at.headSeq) return { at: 'greet' };
  const last = lastTakenBack.get(db, {});
  const known = last?.seq === afterSeq ? last.chain : chainAt(db, afterSeq);
  if (!known || hex(known) !== prevChain) return { ...at, afterSeq: Math.floor(afterSeq / 2) };
  const rows = readRows(packed, { from: afterSeq + 1, prevChain: unhex(prevChain) });
  if (typeof rows === 'string') return { at: 'greet' };
  transaction(db, (tx) => {
    for (const row of rows) putTakenBack.run(tx, row);
  });
  const through = rows.at(-1)?.seq ?? afterSeq;
  if (through < at.headSeq) return rows.length === 0 ? { at: 'greet' } : { ...at, afterSeq: through };
  rebaseLog(db, at.epoch, at.headSeq);
  return { at: 'greet' };
}

function afterPublications(
  db: ReadDb,
  at: Extract<At, { at: 'pull' }>,
  { throughVersion, isEnd }: AnswerOf<'publications'>,
  packed: Uint8Array,
): At {
  const lines = unpackRows(packed);
  const facts = typeof lines === 'string' ? null : publishedFact.array().safeParse(lines);
  if (!facts?.success) return { at: 'greet' };
  const { storeId, pulledVersion } = positionOf(db);
  transaction(db, (tx) => {
    for (const { v, leaf, ...rest } of facts.data) {
      const fact = { ...rest, schemaVersion: v, leaf: unhex(leaf) };
      writePulled(tx, fact, storeId);
      seeStamp.run(tx, fact);
    }
    if (facts.data.length > 0) writeWaiting(tx, storeId);
    putPulledVersion.run(tx, { pulledVersion: throughVersion });
  });
  const isDone = isEnd || throughVersion <= pulledVersion;
  return { ...at, at: isDone ? 'rest' : 'pull' };
}
