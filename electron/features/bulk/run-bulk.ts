import { setImmediate, setTimeout } from 'node:timers/promises';
import {
  advanceBulk,
  beginBulk,
  beginBulkUndo,
  bulkRows,
  bulkRun,
  forgetBulkChunks,
  forgetBulkRuns,
  lastBulkChunk,
  markChunkUndone,
  openBulkRuns,
  putBulkChunk,
  putBulkState,
} from '../../../db/bulk/bulk-runs.queries.ts';
import { type Act, perform } from '../../../db/changes/act.ts';
import { nodeDigest } from '../../../db/changes/digest.ts';
import { checkpoint, transaction, type WriteDb } from '../../../db/kernel/connection.ts';
import type { bulkContract } from '../../../shared/contract/bulk.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { BulkSkip, BulkStatus, OpenBulkRun, Skipped } from '../../../shared/lists/bulk.ts';
import { mayDo } from '../../../shared/staff/rights.ts';
import type { OpenStore } from '../../api/open-store.ts';
import type { StoreCall } from '../../api/serve.ts';
import { audit } from '../staff/audit.ts';
import { type AskedOfRows, actOf } from './act-of-run.ts';
import type { BulkAct, Doing } from './bulk-act.ts';

/** A sale may have to wait for one transaction: it holds as many rows as this computer changes in that time. */
const CHUNK_MS = 15;
const FIRST_ROWS = 5;
const CHUNKS_A_CHECKPOINT = 40;
/** An act that is done by then is answered as done. */
const ANSWER_MS = 300;
/** Kept to be undone or gone on with; the oldest is forgotten first. */
const KEPT_RUNS = 8;

type Run = NonNullable<ReturnType<typeof bulkRun.get>>;

/** The run that goes on in this program. One that is open in the store and not here was cut off. */
interface Going {
  readonly runId: Id<'bulk'>;
  isStopping: boolean;
  ended: Promise<void>;
}
const going = new WeakMap<OpenStore, Going>();

type Asked = Pick<StoreCall, 'store' | 'staff' | 'clock' | 'ids' | 'host'>;
type Refused<Reason extends string> = Refusal<Reason>;
type Status<Reason extends string> = Promise<Outcome<BulkStatus, Refused<Reason>>>;

const askedOf = ({ list, act }: Run): AskedOfRows => ({ list, act: JSON.parse(act) }) as AskedOfRows;

function statusOf(store: OpenStore, run: Run): BulkStatus {
  const { runId, isUndo, total, changed, hasChanged } = run;
  const act = actOf(store, askedOf(run));
  const isGoing = going.get(store)?.runId === runId;
  return {
    runId,
    state: run.state === 'running' && !isGoing ? 'interrupted' : run.state,
    isUndo,
    canUndo: !isUndo && !isGoing && hasChanged && act.ok && act.value.canUndo,
    total,
    changed,
    skipped: JSON.parse(run.skipped) as Skipped,
  };
}

/** Begins an act on these rows. The same request again begins nothing and answers how far it is. */
export async function runBulk(
  asked: Asked,
  terms: { readonly runId: Id<'bulk'>; readonly count: number; readonly content: unknown },
  what: AskedOfRows,
  pks: Int32Array,
): Status<(typeof bulkContract.products.refusals)[number] | 'audience-unknown' | 'audience-no-list'> {
  const { store } = asked;
  const { runId, count } = terms;
  const contentDigest = nodeDigest.sha256([nodeDigest.utf8(JSON.stringify([what, terms.content]))]);
  const known = bulkRun.get(store.db, { runId });
  if (known)
    return Buffer.compare(known.contentDigest, contentDigest) === 0
      ? done(statusOf(store, known))
      : refuse('bulk-id-reused');
  const act = actOf(store, what);
  if (!act.ok) return act;
  if (!mayAll(asked, act.value)) return refuse('right-missing');
  if (going.has(store)) return refuse('bulk-running');
  if (pks.length !== count) return refuse('selection-changed', { count: pks.length });

  perform(store.db, asked.clock(), (one) => {
    forgetBulkChunks.run(one.db, { kept: KEPT_RUNS - 1 });
    forgetBulkRuns.run(one.db, { kept: KEPT_RUNS - 1 });
    beginBulk.run(one.db, {
      runId,
      list: what.list,
      act: JSON.stringify(what.act),
      contentDigest,
      startedAtMs: one.nowMs,
      rowPks: new Uint8Array(pks.buffer, pks.byteOffset, pks.byteLength),
      total: pks.length,
    });
    note(one, asked, 'bulk-change', runId, act.value, pks.length);
  });
  return start(asked, runId, act.value);
}

const mayAll = ({ staff }: Asked, act: BulkAct): boolean => act.rights.every((right) => mayDo(staff.role, right));

/** A run and how it is done, for who may do it. */
function findRun(
  asked: Asked,
  runId: Id<'bulk'>,
): Outcome<
  { readonly run: Run; readonly act: BulkAct },
  Refused<'bulk-unknown' | 'right-missing' | 'audience-unknown' | 'audience-no-list'>
> {
  const run = bulkRun.get(asked.store.db, { runId });
  if (!run) return refuse('bulk-unknown');
  const act = actOf(asked.store, askedOf(run));
  if (!act.ok) return act;
  return mayAll(asked, act.value) ? done({ run, act: act.value }) : refuse('right-missing');
}

export function bulkStatusOf(
  asked: Asked,
  runId: Id<'bulk'>,
): Outcome<BulkStatus, Refused<(typeof bulkContract.status.refusals)[number]>> {
  const found = findRun(asked, runId);
  return found.ok ? done(statusOf(asked.store, found.value.run)) : found;
}

/** Those that the end of the program cut off, which whoever asks may go on with. */
export function interruptedBulk(asked: Asked, list: Run['list']): readonly OpenBulkRun[] {
  const { store } = asked;
  return openBulkRuns.all(store.db, {}).flatMap((run) => {
    if (run.list !== list || going.get(store)?.runId === run.runId) return [];
    const { kind } = askedOf(run).act;
    const { ok } = findRun(asked, run.runId);
    return ok ? [{ ...statusOf(store, run), kind, startedAtMs: run.startedAtMs }] : [];
  });
}

/** Ends before the next chunk; one that was cut off ends where it is. */
export async function stopBulk(
  asked: Asked,
  runId: Id<'bulk'>,
): Promise<Outcome<null, Refused<(typeof bulkContract.stop.refusals)[number]>>> {
  const found = findRun(asked, runId);
  if (!found.ok) return found;
  const { run } = found.value;
  const now = going.get(asked.store);
  if (now?.runId === runId) now.isStopping = true;
  else if (run.state === 'running') {
    transaction(asked.store.db, (tx) => putBulkState.run(tx, { bulkPk: run.bulkPk, state: 'stopped' }));
    asked.host.changes.publish([run.list]);
  }
  return done(null);
}

/** Goes on with what was cut off, be it the act or its undo, behind the last chunk that was committed. */
export async function resumeBulk(
  asked: Asked,
  runId: Id<'bulk'>,
): Status<(typeof bulkContract.resume.refusals)[number]> {
  const found = findRun(asked, runId);
  if (!found.ok) return found;
  const { run, act } = found.value;
  const now = going.get(asked.store);
  if (run.state !== 'running' || now?.runId === runId) return done(statusOf(asked.store, run));
  return now ? refuse('bulk-running') : start(asked, runId, act);
}

/** Puts back what a run changed, last first. Asked again it answers how far that is. */
export async function undoBulk(asked: Asked, runId: Id<'bulk'>): Status<(typeof bulkContract.undo.refusals)[number]> {
  const found = findRun(asked, runId);
  if (!found.ok) return found;
  const { run, act } = found.value;
  if (run.isUndo) return done(statusOf(asked.store, run));
  if (going.has(asked.store)) return refuse('bulk-running');
  if (!statusOf(asked.store, run).canUndo) return refuse('bulk-not-undoable');
  perform(asked.store.db, asked.clock(), (one) => {
    beginBulkUndo.run(one.db, run);
    note(one, asked, 'bulk-undo', runId, act, run.changed);
  });
  return start(asked, runId, act);
}

async function start(asked: Asked, runId: Id<'bulk'>, act: BulkAct): Promise<Outcome<BulkStatus, never>> {
  const now: Going = { runId, isStopping: false, ended: Promise.resolve() };
  going.set(asked.store, now);
  now.ended = work(asked, now, act);
  await Promise.race([now.ended, setTimeout(ANSWER_MS)]);
  return done(statusOf(asked.store, bulkRun.get(asked.store.db, { runId }) as Run));
}

/** One entry for the run, beside those of the rows: who changed how many of what. */
const note = (
  one: Act,
  { store, staff, ids }: Asked,
  action: 'bulk-change' | 'bulk-undo',
  runId: Id<'bulk'>,
  act: BulkAct,
  rows: number,
) =>
  audit(
    one,
    { store, staffId: staff.staffId, ids },
    { action, subjectKind: 'bulk', subjectId: runId, fields: [act.list, `rows:${rows}`, ...act.fields] },
  );

/** How many rows fit into a chunk, as the last one went. */
const rowsWithin = (rows: number, ms: number, most: number): number =>
  Math.max(1, Math.min(most, Math.round((rows * CHUNK_MS) / Math.max(1, ms))));

/** Each chunk is one transaction, and so is how far it came; after each everybody else has their turn. */
async function work(asked: Asked, now: Going, act: BulkAct): Promise<void> {
  const { store, staff, ids, clock, host } = asked;
  const { runId } = now;
  try {
    const pks = rowsOf(store, runId);
    let rows: number = FIRST_ROWS;
    for (let chunks = 1; ; chunks += 1) {
      await setImmediate();
      if (!store.db.raw.open || host.writesStopped()) return;
      const doing = { store, staffId: staff.staffId, ids, nowMs: clock(), runId };
      const began = performance.now();
      const tried = transaction(store.db, (tx) => {
        const run = bulkRun.get(tx, { runId });
        if (!run) return 0;
        if (!now.isStopping && run.through < run.total)
          return run.isUndo ? undoChunk(tx, run, act, doing) : changeChunk(tx, run, act, doing, pks, rows);
        putBulkState.run(tx, { bulkPk: run.bulkPk, state: now.isStopping ? 'stopped' : 'done' });
        return 0;
      });
      if (tried === 0) return;
      rows = rowsWithin(tried, performance.now() - began, act.mostRows);
      if (chunks % CHUNKS_A_CHECKPOINT === 0) checkpoint(store.db);
    }
  } catch (error) {
    // A full disk, say. What is committed stays; the chunk that failed left nothing, and can be gone on with.
    host.log.bug('bulk', error);
  } finally {
    going.delete(store);
    // A member's page is about one id, and any may have changed.
    host.changes.publish(act.list === 'members' ? ['members', 'member'] : ['products']);
  }
}

function rowsOf(store: OpenStore, runId: Id<'bulk'>): Int32Array {
  const run = bulkRun.get(store.db, { runId });
  const stored = run && bulkRows.get(store.db, run)?.rowPks;
  // A copy, since what SQLite hands over need not begin where a number of four bytes may.
  return stored ? new Int32Array(Uint8Array.from(stored).buffer) : new Int32Array();
}

/** Changes the next rows. Returns how many were looked at. */
function changeChunk(tx: WriteDb, run: Run, act: BulkAct, doing: Doing, pks: Int32Array, most: number): number {
  const slice = pks.subarray(run.through, run.through + most);
  const rows = act.rowsOf(slice);
  const left = rows.map((row) => act.skip(row));
  const results = act.change(
    rows.filter((_, index) => left[index] === null),
    doing,
  );
  const before = results.flatMap((result) => ('before' in result ? [result.before] : []));
  const refused = results.flatMap((result) => ('skip' in result ? [result.skip] : []));
  const gone = Array.from({ length: slice.length - rows.length }, (): BulkSkip => 'gone');
  if (before.length > 0)
    putBulkChunk.run(tx, { bulkPk: run.bulkPk, fromRow: run.through, before: JSON.stringify(before) });
  advance(tx, run, slice.length, before.length, [...left.filter((why) => why !== null), ...refused, ...gone]);
  return slice.length;
}

/** Puts the rows of the last chunk back that is not. Returns how many there were. */
function undoChunk(tx: WriteDb, run: Run, act: BulkAct, doing: Doing): number {
  const chunk = lastBulkChunk.get(tx, run);
  if (!chunk) return 0;
  const before = (JSON.parse(chunk.before) as unknown[]).toReversed();
  const skips = act.revert(before, doing).filter((skip) => skip !== null);
  markChunkUndone.run(tx, { bulkPk: run.bulkPk, fromRow: chunk.fromRow });
  advance(tx, run, before.length, before.length - skips.length, skips);
  return before.length;
}

function advance(tx: WriteDb, run: Run, rows: number, changed: number, skips: readonly BulkSkip[]): void {
  const skipped = JSON.parse(run.skipped) as Skipped;
  for (const skip of skips) skipped[skip] = (skipped[skip] ?? 0) + 1;
  advanceBulk.run(tx, {
    bulkPk: run.bulkPk,
    through: run.through + rows,
    changed: run.changed + changed,
    skipped: JSON.stringify(skipped),
  });
}
