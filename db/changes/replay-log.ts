import type { Id } from '../../shared/kernel/id.ts';
import { CHAIN_START } from '../../shared/sync/chain.ts';
import { type Hlc, hlcMs } from '../../shared/sync/hlc.ts';
import { type BodyOf, KINDS, type Kind, type RetractedKind, type Retraction } from '../../shared/sync/kinds.ts';
import { idText } from '../kernel/codec.ts';
import { type ReadDb, transaction, type WriteDb } from '../kernel/connection.ts';
import { writeErasedMember } from '../members/write-members.ts';
import { applyFact, applyRetraction } from './apply-fact.ts';
import { advanceLog, appendChange, beginLog, changesInOrder, syncState } from './changes.queries.ts';
import type { Origin } from './origin.ts';

export type Change = ReturnType<typeof changesInOrder.all>[number];

/**
 * Builds into an empty, migrated database what a log says: each fact through the door by which it was written, each
 * transaction of the log in one, and the log itself as it stands. Of an erased person there remains a member without
 * identity, so that every sum stays. What is local (LOCAL_TABLES) is derived anew or missing.
 * Throws where the database is not empty, or where the log lacks a body that no erasure explains.
 */
export function replayLog(from: ReadDb, to: ReadDb): void {
  const state = syncState.get(from, {});
  if (!state) throw new Error('there is no log to replay');
  transaction(to, (tx) =>
    beginLog.run(tx, { storeId: state.storeId, epoch: idText(state.epoch), chainHead: CHAIN_START }),
  );
  for (const changes of byTransaction(changesInOrder.iterate(from, {}))) replayTogether(to, changes, state.storeId);
  // The store may have gone on in another epoch without having written in it.
  transaction(to, (tx) => void advanceLog.run(tx, { ...state, fromSeq: state.lastSeq }));
}

/** One transaction of a log, written and logged as it stands there. Throws where the log does not end right before it. */
export function replayTogether(to: ReadDb, changes: readonly Change[], storeId: Id<'store'>): void {
  transaction(to, (tx) => {
    for (const change of changes) {
      replay(tx, change, { hlc: change.hlc as Hlc, storeId });
      appendChange.run(tx, change);
    }
    const last = changes.at(-1) as Change;
    const next = {
      fromSeq: last.tx - 1,
      epoch: last.epoch,
      lastSeq: last.seq,
      chainHead: last.chain,
      lastHlc: last.hlc,
    };
    if (advanceLog.run(tx, next) !== 1) throw new Error(`the log does not end before ${last.tx}`);
  });
}

function* byTransaction(changes: Iterable<Change>): Generator<readonly Change[]> {
  let together: Change[] = [];
  for (const change of changes) {
    if (together[0] && together[0].tx !== change.tx) {
      yield together;
      together = [];
    }
    together.push(change);
  }
  if (together.length > 0) yield together;
}

function replay(tx: WriteDb, change: Change, origin: Origin): void {
  const kind = change.kind as Kind;
  const body = change.body && (JSON.parse(Buffer.from(change.body).toString('utf8')) as unknown);
  if (body && change.op === 'delete') applyRetraction(tx, kind as RetractedKind, body as Retraction, origin);
  else if (body) applyFact(tx, kind, body as BodyOf<Kind>, origin);
  else if (change.subject === null) throw new Error(`change ${change.seq} has no body, and no subject to erase`);
  else if (KINDS[kind].subject === 'id')
    writeErasedMember(tx, { id: idText(change.subject), storeId: origin.storeId, atMs: hlcMs(origin.hlc) });
}
