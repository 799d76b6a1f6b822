import { perform } from '../../../db/changes/act.ts';
import { couponsContract } from '../../../shared/contract/coupons.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal } from '../../../shared/kernel/outcome.ts';
import { router, type StoreCall, serveMutation, serveQuery } from '../../api/serve.ts';
import { audit } from '../staff/audit.ts';
import { batchView, beginBatch, resumeBatch, stopBatch } from './issue-batch.ts';
import { issueCoupon } from './issue-coupon.ts';
import { couponKindRows, viewCouponKind } from './kind-view.ts';
import { couponRows, memberCoupons } from './list-coupons.ts';
import { recallCoupons, undoRecall } from './recall-coupons.ts';
import { removeCouponKind, saveCouponKind, setCouponKindState, type Writing } from './write-kind.ts';

const writing = ({ store, staff, clock, ids }: StoreCall): Writing => ({
  store,
  staffId: staff.staffId,
  nowMs: clock(),
  ids,
});

/** Tells every window, and answers with the kind as it is now. */
function changed<Reason extends string>(
  { store, host, clock }: StoreCall,
  outcome: Outcome<null, Refusal<Reason>>,
  kindId: Id<'coupon-kind'>,
) {
  if (!outcome.ok) return outcome;
  host.changes.publish(['coupons']);
  return viewCouponKind(store, kindId, clock());
}

const told = <T, Reason extends string>({ host }: StoreCall, outcome: Outcome<T, Refusal<Reason>>) => {
  if (outcome.ok) host.changes.publish(['coupons']);
  return outcome;
};

export const couponsRouter = router({
  kinds: serveQuery(couponsContract.kinds, ({ store, clock }) => done(couponKindRows(store, clock()))),
  kind: serveQuery(couponsContract.kind, ({ store, clock }, { kindId }) => viewCouponKind(store, kindId, clock())),
  saveKind: serveMutation(couponsContract.saveKind, (call, input) =>
    changed(call, saveCouponKind(writing(call), input), input.kindId),
  ),
  setKindState: serveMutation(couponsContract.setKindState, (call, input) =>
    changed(call, setCouponKindState(writing(call), input), input.kindId),
  ),
  removeKind: serveMutation(couponsContract.removeKind, (call, input) =>
    told(call, removeCouponKind(writing(call), input)),
  ),
  issue: serveMutation(couponsContract.issue, (call, input) => {
    const { store, staff, clock, ids } = call;
    const { staffId } = staff;
    const outcome = perform<ReturnType<typeof issueCoupon>>(store.db, clock(), (act) => {
      const issued = issueCoupon(store, act, { ...input, origin: 'hand', staffId });
      const { memberId, kindId } = input;
      if (issued.ok)
        audit(
          act,
          { store, staffId, ids },
          { action: 'issue-coupon', subjectKind: 'member', subjectId: memberId, fields: [kindId] },
        );
      return issued;
    });
    return told(call, outcome);
  }),
  recall: serveMutation(couponsContract.recall, (call, input) => told(call, recallCoupons(writing(call), input))),
  undoRecall: serveMutation(couponsContract.undoRecall, (call, input) => told(call, undoRecall(writing(call), input))),
  codes: serveQuery(couponsContract.codes, ({ store, clock }, asked) => done(couponRows(store, asked, clock()))),
  ofMember: serveQuery(couponsContract.ofMember, ({ store, clock }, { memberId }) =>
    memberCoupons(store, memberId, clock()),
  ),
  beginBatch: serveMutation(couponsContract.beginBatch, (call, input) => told(call, beginBatch(call, input))),
  batch: serveQuery(couponsContract.batch, ({ store }, { batchId }) => batchView(store, batchId)),
  stopBatch: serveMutation(couponsContract.stopBatch, ({ store }, { batchId }) => stopBatch(store, batchId)),
  resumeBatch: serveMutation(couponsContract.resumeBatch, (call, { batchId }) =>
    told(call, resumeBatch(call, batchId)),
  ),
});
