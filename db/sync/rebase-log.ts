import type { Id } from '../../shared/kernel/id.ts';
import { CHAIN_START, nextChain } from '../../shared/sync/chain.ts';
import { appendChange, syncState } from '../changes/changes.queries.ts';
import { nodeDigest } from '../changes/digest.ts';
import type { Change } from '../changes/replay-log.ts';
import { bytes, id, idBytes, idText, integer, text } from '../kernel/codec.ts';
import { type ReadDb, transaction, type WriteDb } from '../kernel/connection.ts';
import { defineWrite } from '../kernel/define-query.ts';
import { dropTakenBack, erasedHere, ownChainAt, putPulled, rowsToPush, takenBack } from './sync.queries.ts';
import { problemOf } from './write-pulled.ts';

const cutLog = defineWrite({
  name: 'changes.cut',
  sql: 'DELETE FROM change_log WHERE seq > @afterSeq',
  params: { afterSeq: integer },
});

const putHead = defineWrite({
  name: 'changes.put-head',
  sql: `UPDATE sync_state SET epoch = @epoch, last_seq = @lastSeq, chain_head = @chainHead, last_hlc = max(last_hlc, @lastHlc)`,
  params: { epoch: id('epoch'), lastSeq: integer, chainHead: bytes, lastHlc: text },
});

/** Runs of imports name their changes by their place in the log. Out of the way first, so that no two meet. */
const moveImports = defineWrite({
  name: 'import-runs.move-acts',
  sql: `UPDATE import_act SET first_pk = first_pk + @by, last_pk = last_pk + @by, undone_from_pk = undone_from_pk + @by
        WHERE first_pk > @afterPk`,
  params: { afterPk: integer, by: integer },
});
const OUT_OF_THE_WAY = 2 ** 40;

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
const keyOf = (leaf: Uint8Array) => Buffer.from(leaf).toString('latin1');

/**
 * Puts what headquarters holds of this store's log (`taken_back`) in its place, and what only this disk holds behind it,
 * in a new epoch: renumbered and chained anew, each with its body, stamp and leaf. Afterwards the log is the one that
 * headquarters has, and goes on. `headSeq` is headquarters' head. One transaction.
 *
 * A fact of the past that the tables refuse (a receipt's number that was given again meanwhile) stays in the log and
 * waits beside the tables with the reason.
 */
export function rebaseLog(db: ReadDb, epoch: Id<'epoch'>, headSeq: number): void {
  transaction(db, (tx) => {
    const state = syncState.get(tx, {});
    if (!state) throw new Error('there is no log');
    const taken = takenBack.all(tx, {});
    const fresh = taken.filter(({ seq, chain }) => !same(ownChainAt.get(tx, { seq })?.chain ?? EMPTY, chain));
    const common = (fresh[0]?.seq ?? headSeq + 1) - 1;
    const own = rowsToPush.all(tx, { afterSeq: common, limit: Number.MAX_SAFE_INTEGER });
    const ownLeaves = new Set(own.map(({ leaf }) => keyOf(leaf)));
    const freshLeaves = new Set(fresh.map(({ leaf }) => keyOf(leaf)));
    const unsent = own.filter(({ leaf }) => !freshLeaves.has(keyOf(leaf)));

    cutLog.run(tx, { afterSeq: common });
    for (const one of fresh) {
      const change = withoutForgotten(tx, one);
      appendChange.run(tx, change);
      if (!ownLeaves.has(keyOf(change.leaf))) writeAgain(tx, change, state.storeId);
    }
    const before = fresh.at(-1)?.chain ?? ownChainAt.get(tx, { seq: common })?.chain ?? CHAIN_START;
    const renumbered = renumber(unsent, { epoch: idBytes(epoch), seq: headSeq, chain: before });
    for (const change of renumbered) appendChange.run(tx, withoutForgotten(tx, change));
    const head = renumbered.at(-1) ?? { seq: headSeq, chain: before };
    const lastHlc = fresh.reduce<string>((last, { hlc }) => (hlc > last ? hlc : last), state.lastHlc);
    putHead.run(tx, { epoch, lastSeq: head.seq, chainHead: head.chain, lastHlc });
    const by = fresh.length - (own.length - unsent.length);
    moveImports.run(tx, { afterPk: common, by: OUT_OF_THE_WAY });
    moveImports.run(tx, { afterPk: OUT_OF_THE_WAY, by: by - OUT_OF_THE_WAY });
    dropTakenBack.run(tx, {});
  });
}

const EMPTY = new Uint8Array(0);

/** What this disk knows to be erased does not come back, though headquarters may not know it yet. */
const withoutForgotten = (tx: WriteDb, change: Change): Change =>
  change.subject && erasedHere.get(tx, { id: idText(change.subject) }) ? { ...change, salt: null, body: null } : change;

/** The same changes behind another head. A transaction stays together and is named by its new first row. */
function renumber(
  changes: readonly Change[],
  head: { readonly epoch: Uint8Array; readonly seq: number; readonly chain: Uint8Array },
): readonly Change[] {
  let { seq, chain } = head;
  const firstOf = new Map<number, number>();
  return changes.map((change) => {
    seq += 1;
    const tx = firstOf.get(change.tx) ?? seq;
    firstOf.set(change.tx, tx);
    const envelope = { ...change, epoch: head.epoch, seq, tx };
    chain = nextChain(chain, envelope, change.leaf, nodeDigest);
    return { ...envelope, chain };
  });
}

function writeAgain(tx: WriteDb, change: Change, storeId: Id<'store'>): void {
  if (!change.body) return;
  const fact = {
    ...change,
    id: idText<'anything'>(change.id),
    subject: change.subject && idText<'anything'>(change.subject),
    storeId,
    writtenHlc: change.hlc,
    version: 0,
    body: Buffer.from(change.body).toString('utf8'),
  };
  const problem = problemOf(tx, fact);
  if (problem !== null) putPulled.run(tx, { ...fact, problem });
}
