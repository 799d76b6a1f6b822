import type { Id } from '../../shared/kernel/id.ts';
import { leafOf, nextChain } from '../../shared/sync/chain.ts';
import { type Hlc, tick } from '../../shared/sync/hlc.ts';
import { type BodyOf, KINDS, type Kind, type RetractedKind, type Retraction } from '../../shared/sync/kinds.ts';
import { idBytes } from '../kernel/codec.ts';
import { type ReadDb, transaction, type WriteDb } from '../kernel/connection.ts';
import { randomBytes } from '../kernel/random-bytes.ts';
import { applyFact, applyRetraction } from './apply-fact.ts';
import { advanceLog, appendChange, syncState } from './changes.queries.ts';
import { nodeDigest } from './digest.ts';
import type { Origin } from './origin.ts';

/** A local transaction stays small enough to travel whole; imports and nightly runs work in chunks. */
export const MAX_CHANGES = 500;
export const MAX_BYTES = 512 * 1024;

/** Thrown when an act outgrows one local transaction: all of it is undone. */
export class ActTooLargeError extends RangeError {
  constructor() {
    super('the act is too large for one transaction');
  }
}

/** One act: everything recorded through it is committed together or not at all. */
export interface Act {
  readonly db: WriteDb;
  readonly nowMs: number;
  /** Writes a fact to its tables and to the change log. */
  record<K extends Kind>(kind: K, body: BodyOf<K>): void;
  /** Takes something back as if it had not been: a tombstone in the change log, which wins over a concurrent change. */
  retract(kind: RetractedKind, retraction: Retraction): void;
  /** How much more the act can hold. */
  room(): { readonly changes: number; readonly bytes: number };
}

type Work<T> = (act: Act) => T extends PromiseLike<unknown> ? never : T;

/** Performs an act in one immediate transaction. A throw leaves nothing behind. `draw` gives the salts. */
export const perform = <T>(
  db: ReadDb,
  nowMs: number,
  work: Work<T>,
  draw: (bytes: number) => Uint8Array = randomBytes,
): T => transaction<T>(db, (tx) => performWithin(tx, nowMs, work, draw));

/**
 * Performs an act within a transaction. Each recorded fact takes the next seq of the log and a later stamp; the log's head
 * moves with the rows.
 */
export function performWithin<T>(
  tx: WriteDb,
  nowMs: number,
  work: Work<T>,
  draw: (bytes: number) => Uint8Array,
): ReturnType<Work<T>> {
  const state = syncState.get(tx, {});
  if (!state) throw new Error('the change log has not begun');
  const firstSeq = state.lastSeq + 1;
  let seq = state.lastSeq;
  let chain = state.chainHead;
  let hlc = state.lastHlc as Hlc;
  let size = 0;

  const append = (kind: Kind, fact: { readonly id: Id }, op: 'put' | 'delete', apply: (origin: Origin) => void) => {
    const terms = KINDS[kind];
    seq += 1;
    hlc = tick(hlc, nowMs);
    const body = Buffer.from(JSON.stringify(fact), 'utf8');
    size += body.length;
    if (seq - firstSeq >= MAX_CHANGES || size > MAX_BYTES) throw new ActTooLargeError();
    const salt = draw(16);
    const subjectId = terms.subject === null ? null : (fact as Record<string, unknown>)[terms.subject];
    const envelope = {
      epoch: state.epoch,
      seq,
      tx: firstSeq,
      kind,
      id: idBytes(fact.id),
      subject: subjectId === null ? null : idBytes(subjectId as Id),
      op,
      schemaVersion: terms.schemaVersion,
      hlc,
      supersedes: supersededBy(fact),
    };
    const leaf = leafOf(salt, body, nodeDigest);
    chain = nextChain(chain, envelope, leaf, nodeDigest);
    apply({ hlc, storeId: state.storeId });
    appendChange.run(tx, { ...envelope, salt, body, leaf, chain });
  };

  const result = work({
    db: tx,
    nowMs,
    record: (kind, fact) => append(kind, fact, 'put', (origin) => applyFact(tx, kind, fact, origin)),
    retract: (kind, retraction) =>
      append(kind, retraction, 'delete', (origin) => applyRetraction(tx, kind, retraction, origin)),
    room: () => ({ changes: MAX_CHANGES - (seq + 1 - firstSeq), bytes: MAX_BYTES - size }),
  });
  if (
    seq >= firstSeq &&
    advanceLog.run(tx, {
      fromSeq: state.lastSeq,
      epoch: state.epoch,
      lastSeq: seq,
      chainHead: chain,
      lastHlc: hlc,
    }) !== 1
  )
    throw new Error('the change log moved under an act');
  return result;
}

const supersededBy = (fact: object): Uint8Array | null =>
  'supersedesId' in fact && typeof fact.supersedesId === 'string' ? idBytes(fact.supersedesId as Id) : null;
