import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { couponKindInForce, couponState, recallById } from '../../../db/coupons/coupons.queries.ts';
import type { couponsContract } from '../../../shared/contract/coupons.contract.ts';
import { asCouponCode } from '../../../shared/coupons/coupon-code.ts';
import { leftToIssue } from '../../../shared/coupons/coupon-kind.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { audit } from '../staff/audit.ts';
import type { Writing } from './write-kind.ts';

type Recall = z.output<typeof couponsContract.recall.input>;
type RecallOutcome = Outcome<null, Refusal<(typeof couponsContract.recall.refusals)[number]>>;
type UndoOutcome = Outcome<null, Refusal<(typeof couponsContract.undoRecall.refusals)[number]>>;

const sameCodes = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.toSorted().join() === b.toSorted().join();

/** Takes unused coupons back, all or none. The same recall again answers as the first time. */
export function recallCoupons(writing: Writing, { recallId, codes: typed, reason }: Recall): RecallOutcome {
  const { store, staffId, nowMs } = writing;
  const codes = [...new Set(typed.map(asCouponCode))];
  return perform<RecallOutcome>(store.db, nowMs, (act) => {
    const before = recallById.all(act.db, { recallId });
    if (before.length > 0)
      return before[0]?.to === 'taken-back' &&
        before[0].reason === reason &&
        sameCodes(
          codes,
          before.map(({ code }) => code),
        )
        ? done(null)
        : refuse('coupon-recall-reused');
    const found = codes.map((code) => couponState.get(act.db, { code }));
    if (found.some((coupon) => !coupon)) return refuse('coupon-code-unknown');
    if (found.some((coupon) => coupon?.state !== 'open')) return refuse('coupon-not-open');
    if (new Set(found.map((coupon) => coupon?.kindId)).size > 1) return refuse('coupon-code-unknown');
    const fact = { id: recallId, codes, why: 'hand' as const, reason, purchaseId: null, atMs: nowMs, staffId };
    act.record('coupon-recall', { ...fact, to: 'taken-back' });
    audit(act, writing, {
      action: 'recall-coupons',
      subjectKind: 'coupon-recall',
      subjectId: recallId,
      fields: [`coupons:${codes.length}`],
    });
    return done(null);
  });
}

/** Gives back what a recall by hand took. Asked again it answers as the first time. */
export function undoRecall(
  writing: Writing,
  { recallId, undoId }: z.output<typeof couponsContract.undoRecall.input>,
): UndoOutcome {
  const { store, staffId, nowMs } = writing;
  return perform<UndoOutcome>(store.db, nowMs, (act) => {
    const recalled = recallById.all(act.db, { recallId });
    const [first] = recalled;
    if (first?.why !== 'hand' || first.to !== 'taken-back') return refuse('coupon-recall-unknown');
    const all = recalled.map(({ code }) => code);
    const before = recallById.all(act.db, { recallId: undoId });
    if (before.length > 0)
      return before[0]?.to === 'open' &&
        sameCodes(
          all,
          before.map(({ code }) => code),
        )
        ? done(null)
        : refuse('coupon-recall-reused');
    if (recalled.some(({ state }) => state !== 'taken-back')) return refuse('coupon-recall-unknown');
    const { kindId } = couponState.get(act.db, { code: first.code }) as NonNullable<ReturnType<typeof couponState.get>>;
    const kind = couponKindInForce.get(act.db, { kindId });
    // Others may have been issued in their place.
    if (kind && leftToIssue(kind.terms, kind) < all.length) return refuse('coupons-all-issued');
    const fact = { id: undoId, codes: all, why: 'hand' as const, reason: null, purchaseId: null, atMs: nowMs, staffId };
    act.record('coupon-recall', { ...fact, to: 'open' });
    audit(act, writing, {
      action: 'undo-recall',
      subjectKind: 'coupon-recall',
      subjectId: recallId,
      fields: [`coupons:${all.length}`],
    });
    return done(null);
  });
}
