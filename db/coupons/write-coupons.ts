import type { CouponIssueFact, CouponRecallFact } from '../../shared/coupons/coupon.facts.ts';
import type { CouponKindFact } from '../../shared/coupons/coupon-kind.ts';
import type { PurchaseFact } from '../../shared/purchases/purchase.fact.ts';
import { flag, id, integer, nullable, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';
import { defineVersioned } from '../kernel/define-versioned.ts';

const putKindVersion = defineVersioned({
  name: 'coupon-kinds',
  noun: 'coupon-kind',
  key: 'kind_pk',
  columns: { state: text },
  version: { state: text, terms: text },
});

export const writeCouponKind = (db: WriteDb, fact: CouponKindFact): void =>
  putKindVersion(db, { ...fact, terms: JSON.stringify(fact.terms) });

const putIssue = defineWrite({
  name: 'coupons.put-issue',
  sql: `INSERT INTO coupon_issue (id, kind_pk, kind_version, member_pk, origin, batch_id, purchase_pk, offer_pk, from_date, through_date, at_ms, staff_pk)
        VALUES (@id, (SELECT kind_pk FROM coupon_kind WHERE id = @kindId), @kindVersion, (SELECT member_pk FROM member WHERE id = @memberId), @origin,
          @batchId, (SELECT purchase_pk FROM purchase WHERE id = @purchaseId), (SELECT offer_pk FROM offer WHERE id = @offerId),
          @fromDate, @throughDate, @atMs, (SELECT staff_pk FROM staff WHERE id = @staffId))`,
  params: {
    id: id('coupon-issue'),
    kindId: id('coupon-kind'),
    kindVersion: integer,
    memberId: nullable(id('member')),
    origin: text,
    batchId: nullable(id('coupon-batch')),
    purchaseId: nullable(id('purchase')),
    offerId: nullable(id('offer')),
    fromDate: text,
    throughDate: text,
    atMs: integer,
    staffId: nullable(id('staff')),
  },
});

const keysOfIssue = defineQuery({
  name: 'coupons.keys-of-issue',
  sql: `SELECT kind_pk AS kindPk, (SELECT store_pk FROM store WHERE id = @holderId) AS holderPk FROM coupon_kind WHERE id = @kindId`,
  params: { kindId: id('coupon-kind'), holderId: id('store') },
  row: { kindPk: integer, holderPk: integer },
});

const putCoupon = defineWrite({
  name: 'coupons.put',
  sql: `INSERT INTO coupon (code, issue_pk, kind_pk, holder_pk, through_date, state)
        VALUES (@code, @issuePk, @kindPk, @holderPk, @throughDate, 'open')`,
  params: { code: text, issuePk: integer, kindPk: integer, holderPk: integer, throughDate: text },
});

const addToSum = defineWrite({
  name: 'coupons.add-to-sum',
  sql: `INSERT INTO coupon_sum (kind_pk, issued, used, taken_back, cost_minor, sales_minor)
        VALUES (@kindPk, @issued, @used, @takenBack, @costMinor, @salesMinor)
        ON CONFLICT (kind_pk) DO UPDATE SET issued = issued + excluded.issued, used = used + excluded.used,
          taken_back = taken_back + excluded.taken_back, cost_minor = cost_minor + excluded.cost_minor,
          sales_minor = sales_minor + excluded.sales_minor`,
  params: {
    kindPk: integer,
    issued: integer,
    used: integer,
    takenBack: integer,
    costMinor: integer,
    salesMinor: integer,
  },
});
const NOTHING = { issued: 0, used: 0, takenBack: 0, costMinor: 0, salesMinor: 0 };

/** Writes coupons that are issued together. A code that there is already undoes the whole act. */
export function writeCouponIssue(db: WriteDb, fact: CouponIssueFact): void {
  const keys = keysOfIssue.get(db, fact);
  if (!keys) throw new Error('coupons of a kind or holder that is not here');
  const issuePk = putIssue.insert(db, fact);
  for (const code of fact.codes) putCoupon.run(db, { ...keys, code, issuePk, throughDate: fact.throughDate });
  addToSum.run(db, { ...NOTHING, kindPk: keys.kindPk, issued: fact.codes.length });
}

/** Thrown when a coupon is not as an act believed: used by somebody meanwhile, say. The whole act is undone. */
export class CouponMovedError extends Error {
  constructor() {
    super('a coupon is no longer what it was taken for');
  }
}

const couponByCode = defineQuery({
  name: 'coupons.key-by-code',
  sql: 'SELECT coupon_pk AS couponPk, kind_pk AS kindPk, state FROM coupon WHERE code = @code',
  params: { code: text },
  row: { couponPk: integer, kindPk: integer, state: text },
});

const useOpen = defineWrite({
  name: 'coupons.use',
  sql: "UPDATE coupon SET state = 'used', used_pk = @purchasePk WHERE coupon_pk = @couponPk AND state = 'open'",
  params: { couponPk: integer, purchasePk: integer },
});
const giveBackUsed = defineWrite({
  name: 'coupons.give-back',
  sql: "UPDATE coupon SET state = 'open', used_pk = NULL WHERE coupon_pk = @couponPk AND state = 'used'",
  params: { couponPk: integer },
});
const putUse = defineWrite({
  name: 'coupons.put-use',
  sql: `INSERT INTO coupon_use (purchase_pk, coupon_pk, offer_pk, uses, discount_minor)
        VALUES (@purchasePk, @couponPk, (SELECT offer_pk FROM offer WHERE id = @offerId), @uses, @discountMinor)`,
  params: {
    purchasePk: integer,
    couponPk: integer,
    offerId: id('offer'),
    uses: integer,
    discountMinor: integer,
  },
});
const addToMember = defineWrite({
  name: 'coupons.add-to-member',
  sql: `INSERT INTO coupon_member_sum (kind_pk, member_pk, uses)
        VALUES (@kindPk, (SELECT member_pk FROM member WHERE id = @memberId), @uses)
        ON CONFLICT (kind_pk, member_pk) DO UPDATE SET uses = uses + excluded.uses`,
  params: { kindPk: integer, memberId: id('member'), uses: integer },
});

/**
 * Takes the coupons of a sale, or gives them back with what comes back of it. A coupon is taken by one conditional write:
 * of two tills that take the same one, one is told.
 */
export function writeCouponUses(db: WriteDb, purchasePk: number, fact: PurchaseFact): void {
  for (const { code, offerId, uses } of fact.coupons ?? []) {
    const coupon = couponByCode.get(db, { code });
    if (!coupon) throw new Error('a purchase with a coupon that is not here');
    const { couponPk, kindPk } = coupon;
    const moved =
      uses === 0 ? 1 : uses > 0 ? useOpen.run(db, { couponPk, purchasePk }) : giveBackUsed.run(db, { couponPk });
    if (moved !== 1) throw new CouponMovedError();
    const discountMinor = fact.offerUses?.find((use) => use.offerId === offerId)?.discountMinor ?? 0;
    putUse.run(db, { purchasePk, couponPk, offerId, uses, discountMinor });
    addToSum.run(db, { ...NOTHING, kindPk, used: uses, costMinor: discountMinor, salesMinor: fact.netMinor });
    if (fact.memberId && uses !== 0) addToMember.run(db, { kindPk, memberId: fact.memberId, uses });
  }
}

const putRecall = defineWrite({
  name: 'coupons.put-recall',
  sql: `INSERT INTO coupon_recall (id, to_state, why, reason, purchase_pk, at_ms, staff_pk)
        VALUES (@id, @to, @why, @reason, (SELECT purchase_pk FROM purchase WHERE id = @purchaseId), @atMs,
          (SELECT staff_pk FROM staff WHERE id = @staffId))`,
  params: {
    id: id('coupon-recall'),
    to: text,
    why: text,
    reason: nullable(text),
    purchaseId: nullable(id('purchase')),
    atMs: integer,
    staffId: nullable(id('staff')),
  },
});
const putRecalled = defineWrite({
  name: 'coupons.put-recalled',
  sql: 'INSERT INTO coupon_recalled (recall_pk, coupon_pk, too_late) VALUES (@recallPk, @couponPk, @tooLate)',
  params: { recallPk: integer, couponPk: integer, tooLate: flag },
});
const moveUnused = defineWrite({
  name: 'coupons.move-unused',
  sql: "UPDATE coupon SET state = @to WHERE coupon_pk = @couponPk AND state = iif(@to = 'open', 'taken-back', 'open')",
  params: { couponPk: integer, to: text },
});

/** Takes unused coupons back, or gives those back that were taken. What was used by then is noted and stays used. */
export function writeCouponRecall(db: WriteDb, fact: CouponRecallFact): void {
  const recallPk = putRecall.insert(db, fact);
  for (const code of fact.codes) {
    const coupon = couponByCode.get(db, { code });
    if (!coupon) throw new Error('a recall of a coupon that is not here');
    const { couponPk, kindPk } = coupon;
    const isMoved = moveUnused.run(db, { couponPk, to: fact.to }) === 1;
    putRecalled.run(db, { recallPk, couponPk, tooLate: !isMoved });
    if (isMoved) addToSum.run(db, { ...NOTHING, kindPk, takenBack: fact.to === 'open' ? -1 : 1 });
  }
}
