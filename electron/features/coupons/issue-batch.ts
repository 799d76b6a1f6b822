import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import { type Act, perform } from '../../../db/changes/act.ts';
import { couponBatch, couponKindInForce, moveBatch, putBatch } from '../../../db/coupons/coupons.queries.ts';
import { checkpointBeside } from '../../../db/kernel/connection.ts';
import { randomBytes } from '../../../db/kernel/random-bytes.ts';
import type { CouponBatch, couponsContract } from '../../../shared/contract/coupons.contract.ts';
import { newCouponCode } from '../../../shared/coupons/coupon-code.ts';
import { leftToIssue, validityOn } from '../../../shared/coupons/coupon-kind.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import type { StoreCall } from '../../api/serve.ts';
import { audit } from '../staff/audit.ts';

/** Codes in one fact. A sale that comes meanwhile waits for one of these transactions at most. */
const CHUNK = 500;

type Asked = Pick<StoreCall, 'store' | 'staff' | 'clock' | 'ids' | 'host'>;
type BatchId = Id<'coupon-batch'>;
type IssueRefusal = Refusal<
  'coupon-kind-unknown' | 'coupon-kind-not-live' | 'coupon-kind-over' | 'coupon-needs-member' | 'coupons-too-many'
>;

/** The batches that go on in this program; one that ended with the program is `stopped` and can be resumed. */
const running = new WeakMap<OpenStore, Map<BatchId, { stops: boolean }>>();
const runningIn = (store: OpenStore) => {
  const known = running.get(store) ?? new Map<BatchId, { stops: boolean }>();
  running.set(store, known);
  return known;
};

export function batchView(store: OpenStore, batchId: BatchId): Outcome<CouponBatch, Refusal<'coupon-batch-unknown'>> {
  const found = couponBatch.get(store.db, { batchId });
  if (!found) return refuse('coupon-batch-unknown');
  const { kindId: _, ...batch } = found;
  if (runningIn(store).has(batchId)) return done({ ...batch, state: 'running' });
  return done(batch.state === 'running' ? { ...batch, state: 'stopped' } : batch);
}

type Kind = NonNullable<ReturnType<typeof couponKindInForce.get>>;

/** Whether so many more of a kind may be issued to whoever shows a code, with its terms. */
function mayIssue(
  { store, clock }: Pick<Asked, 'store' | 'clock'>,
  kindId: Id<'coupon-kind'>,
  count: number,
): Outcome<Kind, IssueRefusal> {
  const kind = couponKindInForce.get(store.db, { kindId });
  if (!kind) return refuse('coupon-kind-unknown');
  if (kind.state !== 'live') return refuse('coupon-kind-not-live');
  const today = businessDate(clock(), store.day);
  if (validityOn(kind.terms, today).throughDate < today) return refuse('coupon-kind-over');
  if (kind.terms.usableBy === 'member') return refuse('coupon-needs-member');
  const left = leftToIssue(kind.terms, kind);
  return left < count ? refuse('coupons-too-many', { left }) : done(kind);
}

/** Begins to issue many coupons. The same request again begins nothing and answers how far it is. */
export function beginBatch(
  asked: Asked,
  { batchId, kindId, count }: z.output<typeof couponsContract.beginBatch.input>,
): Outcome<CouponBatch, Refusal<(typeof couponsContract.beginBatch.refusals)[number]>> {
  const { store, staff, clock, ids } = asked;
  const known = couponBatch.get(store.db, { batchId });
  if (known) {
    const before = batchView(store, batchId);
    return known.kindId === kindId && known.wanted === count && before.ok ? before : refuse('coupon-batch-reused');
  }
  if (runningIn(store).size > 0) return refuse('coupon-batch-running');
  const allowed = mayIssue(asked, kindId, count);
  if (!allowed.ok) return allowed;
  perform(store.db, clock(), (act) => {
    putBatch.run(act.db, { batchId, kindId, wanted: count, nowMs: act.nowMs, staffId: staff.staffId });
    audit(
      act,
      { store, staffId: staff.staffId, ids },
      { action: 'issue-coupons', subjectKind: 'coupon-kind', subjectId: kindId, fields: [`coupons:${count}`] },
    );
  });
  return start(asked, batchId);
}

/** Goes on with one that was stopped. */
export function resumeBatch(
  asked: Asked,
  batchId: BatchId,
): Outcome<CouponBatch, Refusal<(typeof couponsContract.resumeBatch.refusals)[number]>> {
  const { store } = asked;
  const known = couponBatch.get(store.db, { batchId });
  if (!known) return refuse('coupon-batch-unknown');
  if (known.state === 'done' || runningIn(store).has(batchId)) return batchView(store, batchId);
  if (runningIn(store).size > 0) return refuse('coupon-batch-running');
  const allowed = mayIssue(asked, known.kindId, known.wanted - known.issued);
  return allowed.ok ? start(asked, batchId) : allowed;
}

/** Ends a batch before its next chunk; what was issued stays issued. */
export function stopBatch(store: OpenStore, batchId: BatchId): ReturnType<typeof batchView> {
  const run = runningIn(store).get(batchId);
  if (run) run.stops = true;
  return batchView(store, batchId);
}

function start(asked: Asked, batchId: BatchId): Outcome<CouponBatch, never> {
  const { store, host } = asked;
  const run = { stops: false };
  runningIn(store).set(batchId, run);
  void work(asked, batchId, run)
    .catch((error: unknown) => {
      // A full disk, say. What is committed stays, and the rest can be resumed.
      host.log.bug('coupon-batch', error);
      if (store.db.raw.open) perform(store.db, asked.clock(), (act) => end(act, batchId, 'failed'));
    })
    .finally(() => {
      runningIn(store).delete(batchId);
      host.changes.publish(['coupons']);
    });
  const begun = batchView(store, batchId);
  if (!begun.ok) throw new Error('a batch that began is not there');
  return begun;
}

const end = (act: Act, batchId: BatchId, state: 'stopped' | 'done' | 'failed') =>
  moveBatch.run(act.db, { batchId, state, more: 0 });

/** Each chunk is one transaction with one fact; after each everybody else has their turn. */
async function work(asked: Asked, batchId: BatchId, run: { readonly stops: boolean }): Promise<void> {
  const { store, clock, host } = asked;
  for (let chunks = 1; ; chunks += 1) {
    await setImmediate();
    if (!store.db.raw.open) return;
    const isOver = perform<boolean>(store.db, clock(), (act) =>
      run.stops || host.writesStopped() ? end(act, batchId, 'stopped') === 1 : issueChunk(asked, act, batchId),
    );
    if (isOver) return;
    // The log is moved into the database beside the till, so that no sale has to.
    if (chunks % 40 === 0) checkpointBeside(store.db.raw.name);
  }
}

/** Issues the next codes; says whether that was all. Limits are looked at each time: sales may issue meanwhile. */
function issueChunk({ store, staff, clock, ids }: Asked, act: Act, batchId: BatchId): boolean {
  const batch = couponBatch.get(act.db, { batchId });
  if (!batch) throw new Error('a batch that is not there');
  const { kindId, wanted, issued } = batch;
  const count = Math.min(CHUNK, wanted - issued);
  const allowed = mayIssue({ store, clock }, kindId, count);
  if (!allowed.ok) return end(act, batchId, 'stopped') === 1;
  act.record('coupon-issue', {
    id: ids<'coupon-issue'>(),
    kindId,
    kindVersion: allowed.value.version,
    codes: Array.from({ length: count }, () => newCouponCode(randomBytes)),
    memberId: null,
    holderId: store.facts.storeId,
    origin: 'batch',
    batchId,
    purchaseId: null,
    offerId: null,
    ...validityOn(allowed.value.terms, businessDate(act.nowMs, store.day)),
    atMs: act.nowMs,
    staffId: staff.staffId,
  });
  const isLast = issued + count === wanted;
  moveBatch.run(act.db, { batchId, state: isLast ? 'done' : 'running', more: count });
  return isLast;
}
