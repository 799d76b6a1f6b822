/** A fault that is put into the program on purpose: one place of one file, changed. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

const INGEST = 'electron/features/hub/ingest-batch.ts';
const MERGE = 'electron/features/hub/merge-transactions.ts';
const SESSION = 'electron/features/hub/open-session.ts';
const ANSWER = 'electron/features/hub/answer-request.ts';
const CONVERSE = 'electron/features/sync/converse.ts';
const ANSWERED =
  'const { head: answer, rows } = transaction(hub, (tx) => answerTo(tx, head, frame.packed, nowMs, ids));';

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'facts and cursor are not one transaction at headquarters',
    file: ANSWER,
    find: ANSWERED,
    put: 'const { head: answer, rows } = answerTo(hub as WriteDb, head, frame.packed, nowMs, ids);',
  },
  {
    name: 'headquarters answers before it commits',
    file: ANSWER,
    find: ANSWERED,
    put: `let said: Answer;
  try { said = transaction(hub, (tx) => answerTo(tx, head, frame.packed, nowMs, ids)); }
  catch (error) {
    if (head.do !== 'push') throw error;
    said = { head: { is: 'committed', through: head.to, backedUpThrough: 0, quarantined: [], nowMs } };
  }
  const { head: answer, rows } = said;`,
  },
  {
    name: 'the cursor of a pull is committed before its facts',
    file: CONVERSE,
    find: '  transaction(db, (tx) => {\n    for (const { v, leaf',
    put: '  transaction(db, (tx) => void putPulledVersion.run(tx, { pulledVersion: throughVersion }));\n  transaction(db, (tx) => {\n    for (const { v, leaf',
  },
  { name: 'what was taken already is taken again', file: INGEST, find: 'rows.slice(place.known)', put: 'rows' },
  {
    name: 'a row that both sides hold is put behind again',
    file: 'db/sync/rebase-log.ts',
    find: 'own.filter(({ leaf }) => !freshLeaves.has(keyOf(leaf)))',
    put: 'own',
  },
  {
    name: 'what is taken back is not written into the tables',
    file: 'db/sync/rebase-log.ts',
    find: 'if (!ownLeaves.has(keyOf(change.leaf))) writeAgain',
    put: 'if (change.seq < 0) writeAgain',
  },
  {
    name: 'nothing is frozen',
    file: CONVERSE,
    find: 'isFrozen: isBehind || answer.underReview',
    put: 'isFrozen: false',
  },
  {
    name: 'forks are not looked for',
    file: SESSION,
    find: 'chainsAgree: chainsAgree(tx, line, hello)',
    put: 'chainsAgree: chainsAgree(tx, line, hello) || true',
  },
  {
    name: 'epochs are not fenced',
    file: SESSION,
    find: 'fenceOthers.run(tx, { linePk, epoch: hello.epoch, nowMs });',
    put: '',
  },
  {
    name: 'a session counts when it is handed out',
    file: SESSION,
    find: 'session: line.sessionUsed, timeline',
    put: 'session: line.sessionHanded, timeline',
  },
  {
    name: 'a restored store’s session is not looked at',
    file: 'shared/sync/handshake.ts',
    find: 'store.session < headquarters.session || ',
    put: '',
  },
  {
    name: 'messages are not checked for damage',
    file: 'electron/features/sync/frame.ts',
    find: "  if (!hash('sha256', frame.subarray(HASH_BYTES), 'buffer').equals(frame.subarray(0, HASH_BYTES))) return null;\n",
    put: '',
  },
  {
    name: 'a wrong clock is believed',
    file: 'shared/sync/clamp.ts',
    find: 'hlcMs(stamp) <= furthestMs ? stamp : tick(last, furthestMs)',
    put: 'hlcMs(stamp) <= furthestMs || last === tick(last, furthestMs) ? stamp : stamp',
  },
  {
    name: 'nothing goes back to its writer',
    file: 'db/hub/hub-facts.queries.ts',
    find: '(store_id <> @storeId OR goes_back = 1)',
    put: '(store_id <> @storeId OR goes_back = 2)',
  },
  {
    name: 'an edit revives what was removed',
    file: MERGE,
    find: '  if (standingClaim.get(tx, { kind, id, field: GONE })) return;\n',
    put: '',
  },
  {
    name: 'half of a transaction is merged',
    file: MERGE,
    find: 'savepoint(merging.tx, () => {',
    put: '[savepoint].map(() => {',
  },
  {
    name: 'what waits is never merged',
    file: MERGE,
    find: 'if (!mergeOne(merging, facts)) continue;',
    put: 'if (!mergeOne(merging, facts) || true) continue;',
  },
  {
    name: 'a poisoned row is merged with the others',
    file: MERGE,
    find: 'if (unfit.size > 0) return hold(merging.tx, facts, unfit);',
    put: 'if (unfit.size > 99) return hold(merging.tx, facts, unfit);',
  },
  {
    name: 'stores do not pull again after headquarters was restored',
    file: SESSION,
    find: 'Math.min(hello.pulledVersion, common ?? 0)',
    put: 'Math.max(hello.pulledVersion, (common ?? 0) * 0)',
  },
  {
    name: 'a greeting stands although the log has grown since',
    file: 'db/hub/lines.queries.ts',
    find: 'last_hlc = @lastHlc,\n          word = NULL',
    put: 'last_hlc = @lastHlc',
  },
  {
    name: 'a log is put in order although headquarters’ has grown since',
    file: CONVERSE,
    find: "if (lastSeq !== at.headSeq) return { at: 'greet' };",
    put: '',
  },
  {
    name: 'a store’s stamps do not follow those that it has seen',
    file: CONVERSE,
    find: 'seeStamp.run(tx, fact);',
    put: '[seeStamp].length = 1;',
  },
  {
    name: 'what others published in a timeline that is over keeps its stamps',
    file: 'db/sync/write-pulled.ts',
    find: 'fact.storeId === storeId ? fact.writtenHlc : FIRST_HLC',
    put: 'fact.storeId === storeId ? fact.writtenHlc : (fact.hlc || FIRST_HLC)',
  },
  {
    name: 'what lost against a stamp that was taken away stays lost',
    file: 'db/sync/write-pulled.ts',
    find: 'for (const member of members) weighOwnAgain(tx, member, storeId);',
    put: 'if (members.size < 0) for (const member of members) weighOwnAgain(tx, member, storeId);',
  },
  {
    name: 'what a later program wrote stays deferred',
    file: 'electron/features/hub/merge-deferred.ts',
    find: 'of deferredTransactions.all(tx, {})) {',
    put: 'of deferredTransactions.all(tx, {}).slice(0, 0)) {',
  },
  {
    name: 'what a store could not understand yet is not looked at again',
    file: CONVERSE,
    find: '    writeWaiting(tx, position.storeId);\n  });\n  if (!isBehind',
    put: '  });\n  if (!isBehind',
  },
  {
    name: 'headquarters keeps what still comes of somebody who was forgotten',
    file: INGEST,
    find: 'const row = withoutForgotten(tx, pushed);',
    put: 'const row = pushed.seq < 0 ? withoutForgotten(tx, pushed) : pushed;',
  },
  {
    name: 'an erasure leaves what headquarters has',
    file: MERGE,
    find: '  eraseFactsOf.run(tx, { subject: id });\n',
    put: '  if (factPk < 0) eraseFactsOf.run(tx, { subject: id });\n',
  },
  {
    name: 'what an erasure explains stays held',
    file: MERGE,
    find: '    yield* heldOfSubject.all(tx, { id });\n',
    put: '    if (id.length === 0) yield* heldOfSubject.all(tx, { id });\n',
  },
  {
    name: 'a store gives no receipt for an erasure',
    file: 'db/sync/write-pulled.ts',
    find: "fact.kind === 'member-erasure' && fact.storeId",
    put: "fact.kind === '' && fact.storeId",
  },
  {
    name: 'what a store takes back of somebody who was forgotten comes back',
    file: 'db/sync/rebase-log.ts',
    find: 'appendChange.run(tx, withoutForgotten(tx, change));',
    put: 'appendChange.run(tx, change);',
  },
  {
    name: 'a tombstone that came too early is forgotten',
    file: 'db/sync/write-pulled.ts',
    find: "fact.op === 'delete' && !memberIsHere.get(tx, fact)",
    put: "fact.op === 'delete' && !memberIsHere.get(tx, fact) && fact.kind === ''",
  },
];
