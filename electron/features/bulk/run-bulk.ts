import { setImmediate, setTimeout } from 'node:timers/promises';
import { perform } from '../../../db/changes/act.ts';
import { checkpoint, transaction } from '../../../db/kernel/connection.ts';
import type { bulkContract } from '../../../shared/contract/bulk.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { BulkSkip, BulkStatus } from '../../../shared/lists/bulk.ts';
import { mayDo } from '../../../shared/staff/rights.ts';
import type { OpenStore } from '../../api/open-store.ts';
import type { StoreCall } from '../../api/serve.ts';
import { audit } from '../staff/audit.ts';
import type { BulkAct, Doing } from './bulk-act.ts';

/** A sale may have to wait for one transaction: it holds as many rows as this computer changes in that time. */
const CHUNK_MS = 15;
const FIRST_ROWS = 5;
const CHUNKS_A_CHECKPOINT = 40;
/** An act that is done by then is answered as done. */
const ANSWER_MS = 300;
/** Kept for an undo; the oldest is forgotten first. */
const KEPT_RUNS = 8;

interface Run {
  /** What was asked, to tell a repeated request from another one with the same id. */
  readonly content: string;
  readonly act: BulkAct<never, never>;
  /** What the rows were that it changed, in the order in which it did. */
  before: unknown[];
  status: BulkStatus;
  isStopping: boolean;
  ended: Promise<void>;
}

/** Kept in memory: a program that ends forgets them, and what is committed stays. */
const runs = new WeakMap<OpenStore, Map<Id<'bulk'>, Run>>();

const runsOf = (store: OpenStore): Map<Id<'bulk'>, Run> => {
  const known = runs.get(store) ?? new Map<Id<'bulk'>, Run>();
  runs.set(store, known);
  return known;
};
const isBusy = (store: OpenStore): boolean =>
  [...runsOf(store).values()].some(({ status }) => status.state === 'running');

type Asked = Pick<StoreCall, 'store' | 'staff' | 'clock' | 'ids' | 'host'>;
type Begun = Outcome<BulkStatus, Refusal<(typeof bulkContract.products.refusals)[number]>>;

/** Begins an act on these rows. The same request again begins nothing and answers how far it is. */
export async function runBulk<Row, Before>(
  asked: Asked,
  terms: { readonly runId: Id<'bulk'>; readonly count: number; readonly content: string },
  act: BulkAct<Row, Before>,
  pks: Int32Array,
): Promise<Begun> {
  const { store, staff } = asked;
  const { runId, count, content } = terms;
  const known = runsOf(store).get(runId);
  if (known) return known.content === content ? done(known.status) : refuse('bulk-id-reused');
  if (!act.rights.every((right) => mayDo(staff.role, right))) return refuse('right-missing');
  if (isBusy(store)) return refuse('bulk-running');
  if (pks.length !== count) return refuse('selection-changed', { count: pks.length });

  const run: Run = {
    content,
    act: act as unknown as Run['act'],
    before: [],
    status: { runId, state: 'running', isUndo: false, canUndo: false, total: pks.length, changed: 0, skipped: {} },
    isStopping: false,
    ended: Promise.resolve(),
  };
  note(asked, 'bulk-change', run, pks.length);
  runsOf(store).set(runId, run);
  forgetOldest(runsOf(store));
  run.ended = work(asked, run, (from, to, doing) => {
    const slice = pks.subarray(from, to);
    const rows = act.rowsOf(slice);
    const left = rows.map((row) => act.skip(row));
    const results = act.change(
      rows.filter((_, index) => left[index] === null),
      doing,
    );
    const before = results.flatMap((result) => ('before' in result ? [result.before] : []));
    const refused = results.flatMap((result) => ('skip' in result ? [result.skip] : []));
    const gone = Array.from({ length: slice.length - rows.length }, (): BulkSkip => 'gone');
    return { before, skips: [...left.filter((why) => why !== null), ...refused, ...gone] };
  });
  return answer(run);
}

const findRun = (
  { store, staff }: Asked,
  runId: Id<'bulk'>,
): Outcome<Run, Refusal<'bulk-unknown' | 'right-missing'>> => {
  const run = runsOf(store).get(runId);
  if (!run) return refuse('bulk-unknown');
  return run.act.rights.every((right) => mayDo(staff.role, right)) ? done(run) : refuse('right-missing');
};

export function bulkStatusOf(
  asked: Asked,
  runId: Id<'bulk'>,
): Outcome<BulkStatus, Refusal<'bulk-unknown' | 'right-missing'>> {
  const found = findRun(asked, runId);
  return found.ok ? done(found.value.status) : found;
}

/** Ends before the next chunk. */
export function stopBulk(asked: Asked, runId: Id<'bulk'>): Outcome<null, Refusal<'bulk-unknown' | 'right-missing'>> {
  const found = findRun(asked, runId);
  if (!found.ok) return found;
  found.value.isStopping = true;
  return done(null);
}

/** Puts back what a run changed, last first. Asked again it answers how far that is. */
export async function undoBulk(
  asked: Asked,
  runId: Id<'bulk'>,
): Promise<Outcome<BulkStatus, Refusal<(typeof bulkContract.undo.refusals)[number]>>> {
  const found = findRun(asked, runId);
  if (!found.ok) return found;
  const run = found.value;
  if (run.status.isUndo) return done(run.status);
  if (isBusy(asked.store)) return refuse('bulk-running');
  if (!run.status.canUndo) return refuse('bulk-not-undoable');
  const before = run.before.toReversed();
  run.before = [];
  run.isStopping = false;
  run.status = {
    ...run.status,
    state: 'running',
    isUndo: true,
    canUndo: false,
    total: before.length,
    changed: 0,
    skipped: {},
  };
  note(asked, 'bulk-undo', run, before.length);
  const revert = run.act.revert as (some: readonly unknown[], doing: Doing) => readonly (BulkSkip | null)[];
  run.ended = work(asked, run, (from, to, doing) => {
    const slice = before.slice(from, to);
    const skips = revert(slice, doing);
    return {
      before: slice.filter((_, at) => skips[at] === null),
      skips: skips.filter((skip) => skip !== null),
    };
  });
  return answer(run);
}

async function answer(run: Run): Promise<Outcome<BulkStatus, never>> {
  await Promise.race([run.ended, setTimeout(ANSWER_MS)]);
  return done(run.status);
}

function forgetOldest(known: Map<Id<'bulk'>, Run>): void {
  const oldest = known.keys().next().value;
  if (known.size > KEPT_RUNS && oldest !== undefined) known.delete(oldest);
}

/** One entry for the run, beside those of the rows: who changed how many of what. */
const note = (
  { store, staff, ids, clock }: Asked,
  action: 'bulk-change' | 'bulk-undo',
  { act, status }: Run,
  rows: number,
) =>
  perform(store.db, clock(), (one) =>
    audit(
      one,
      { store, staffId: staff.staffId, ids },
      { action, subjectKind: 'bulk', subjectId: status.runId, fields: [act.list, `rows:${rows}`, ...act.fields] },
    ),
  );

/** How many rows fit into a chunk, as the last one went. */
const rowsWithin = (rows: number, ms: number, most: number): number =>
  Math.max(1, Math.min(most, Math.round((rows * CHUNK_MS) / Math.max(1, ms))));

type Chunk = (
  from: number,
  to: number,
  doing: Doing,
) => { readonly before: unknown[]; readonly skips: readonly BulkSkip[] };

/** Each chunk is one transaction; after each everybody else has their turn. */
async function work({ store, staff, ids, clock, host }: Asked, run: Run, chunk: Chunk): Promise<void> {
  const { runId, isUndo, total } = run.status;
  const end = (state: BulkStatus['state']) => {
    run.status = { ...run.status, state, canUndo: !isUndo && run.act.canUndo && run.before.length > 0 };
    // A member's page is about one id, and any may have changed.
    host.changes.publish(run.act.list === 'members' ? ['members', 'member'] : ['products']);
  };
  try {
    let at = 0;
    let rows: number = FIRST_ROWS;
    for (let chunks = 1; at < total; chunks += 1) {
      await setImmediate();
      if (run.isStopping || !store.db.raw.open || host.writesStopped()) return end('stopped');
      const doing = { store, staffId: staff.staffId, ids, nowMs: clock(), runId };
      const began = performance.now();
      const to = Math.min(total, at + rows);
      const { before, skips } = transaction(store.db, () => chunk(at, to, doing));
      if (!isUndo) run.before.push(...before);
      const skipped = { ...run.status.skipped };
      for (const skip of skips) skipped[skip] = (skipped[skip] ?? 0) + 1;
      run.status = { ...run.status, changed: run.status.changed + before.length, skipped };
      rows = rowsWithin(to - at, performance.now() - began, run.act.mostRows);
      at = to;
      if (chunks % CHUNKS_A_CHECKPOINT === 0) checkpoint(store.db);
    }
    end('done');
  } catch (error) {
    // A full disk, say. What is committed stays; the chunk that failed left nothing.
    host.log.bug('bulk', error);
    end('failed');
  }
}
