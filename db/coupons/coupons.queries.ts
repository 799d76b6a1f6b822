import { COUPON_ORIGINS } from '../../shared/coupons/coupon.facts.ts';
import { COUPON_KIND_STATES, couponTermsSchema } from '../../shared/coupons/coupon-kind.ts';
import { bytes, flag, id, integer, json, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';
import { SAME_PERSON_AS_PK } from '../members/same-person.ts';

const TERMS = json(couponTermsSchema);
const STATE = oneOf(COUPON_KIND_STATES);
const COUPON_STATE = oneOf(['open', 'used', 'taken-back']);

/** What has come of the coupons of a kind; what is open and over is counted from the index. */
const COUNTS = `ifnull(issued, 0) AS issued, ifnull(used, 0) AS used, ifnull(taken_back, 0) AS takenBack,
          ifnull(cost_minor, 0) AS costMinor, ifnull(sales_minor, 0) AS salesMinor`;
const counts = { issued: integer, used: integer, takenBack: integer, costMinor: integer, salesMinor: integer };

const KIND = `SELECT coupon_kind.id AS kindId, owner, coupon_kind.version, coupon_kind.state, terms, at_ms AS changedAtMs, ${COUNTS},
          (SELECT count(*) FROM coupon WHERE kind_pk = coupon_kind.kind_pk AND coupon.state = 'open' AND through_date < @today) AS expired
        FROM coupon_kind JOIN coupon_kind_version USING (kind_pk, version) LEFT JOIN coupon_sum USING (kind_pk)`;
const kind = {
  kindId: id('coupon-kind'),
  owner: text,
  version: integer,
  state: STATE,
  terms: TERMS,
  changedAtMs: integer,
  ...counts,
  expired: integer,
};

/** Those that were not thrown away. */
export const allCouponKinds = defineQuery({
  name: 'coupons.all-kinds',
  sql: `${KIND} WHERE coupon_kind.state <> 'removed'
        ORDER BY CASE coupon_kind.state WHEN 'live' THEN 0 WHEN 'draft' THEN 1 ELSE 2 END, coupon_kind.kind_pk DESC`,
  params: { today: text },
  row: kind,
});

export const couponKindById = defineQuery({
  name: 'coupons.kind-by-id',
  sql: `${KIND} WHERE coupon_kind.id = @kindId AND coupon_kind.state <> 'removed'`,
  params: { kindId: id('coupon-kind'), today: text },
  row: kind,
});

/** What issuing and presenting look at: the kind in its newest version with its sums, and not what has expired. */
export const couponKindInForce = defineQuery({
  name: 'coupons.kind-in-force',
  sql: `SELECT coupon_kind.kind_pk AS kindPk, coupon_kind.version, coupon_kind.state, terms, ${COUNTS}
        FROM coupon_kind JOIN coupon_kind_version USING (kind_pk, version) LEFT JOIN coupon_sum USING (kind_pk)
        WHERE coupon_kind.id = @kindId AND coupon_kind.state <> 'removed'`,
  params: { kindId: id('coupon-kind') },
  row: { kindPk: integer, version: integer, state: STATE, terms: TERMS, ...counts },
});

/** Whether an id was ever a kind's, also one that was thrown away. */
export const couponKindKnown = defineQuery({
  name: 'coupons.kind-known',
  sql: 'SELECT id AS kindId FROM coupon_kind WHERE id = @kindId',
  params: { kindId: id('coupon-kind') },
  row: { kindId: id('coupon-kind') },
});

/** A coupon as the till sees it, with where and when it was used. */
export const couponToPresent = defineQuery({
  name: 'coupons.to-present',
  sql: `SELECT coupon_kind.id AS kindId, coupon.kind_pk AS kindPk, coupon_kind.state AS kindState, terms, coupon.state, from_date AS fromDate,
          coupon.through_date AS throughDate, holder.id AS holderId, holder.name AS holderName, coupon_issue.member_pk AS memberPk,
          ${COUNTS}, purchase.receipt_number AS receiptNumber, seller.name AS storeName, purchase.business_date AS usedDate
        FROM coupon JOIN coupon_issue USING (issue_pk) JOIN coupon_kind ON coupon_kind.kind_pk = coupon.kind_pk
          JOIN coupon_kind_version ON coupon_kind_version.kind_pk = coupon.kind_pk AND coupon_kind_version.version = coupon_kind.version
          JOIN store AS holder ON holder.store_pk = holder_pk
          LEFT JOIN coupon_sum ON coupon_sum.kind_pk = coupon.kind_pk
          LEFT JOIN purchase ON purchase.purchase_pk = used_pk
          LEFT JOIN store AS seller ON seller.store_pk = purchase.store_pk
        WHERE coupon.code = @code`,
  params: { code: text },
  row: {
    kindId: id('coupon-kind'),
    kindPk: integer,
    kindState: oneOf([...COUPON_KIND_STATES, 'removed']),
    terms: TERMS,
    state: COUPON_STATE,
    fromDate: text,
    throughDate: text,
    holderId: id('store'),
    holderName: text,
    memberPk: nullable(integer),
    ...counts,
    receiptNumber: nullable(text),
    storeName: nullable(text),
    usedDate: nullable(text),
  },
});

/** Whether a member is the person that another key stands for. */
export const isSamePerson = defineQuery({
  name: 'coupons.is-same-person',
  sql: `SELECT @otherPk IN ${SAME_PERSON_AS_PK} AS isSame`,
  params: { memberPk: integer, otherPk: integer },
  row: { isSame: flag },
});

/** How many coupons of a kind a person used, under all ids. */
export const couponsUsedBy = defineQuery({
  name: 'coupons.used-by',
  sql: `SELECT ifnull(sum(uses), 0) AS uses FROM coupon_member_sum WHERE kind_pk = @kindPk AND member_pk IN ${SAME_PERSON_AS_PK}`,
  params: { kindPk: integer, memberPk: integer },
  row: { uses: integer },
});

/** How many coupons of a kind a person has that can still be used. */
export const couponsHeldBy = defineQuery({
  name: 'coupons.held-by',
  sql: `SELECT count(*) AS held FROM coupon_issue JOIN coupon USING (issue_pk)
        WHERE coupon_issue.member_pk IN ${SAME_PERSON_AS_PK} AND coupon_issue.kind_pk = @kindPk AND state = 'open'
          AND coupon.through_date >= @today`,
  params: { kindPk: integer, memberPk: integer, today: text },
  row: { held: integer },
});

export const couponIssueById = defineQuery({
  name: 'coupons.issue-by-id',
  sql: `SELECT coupon_kind.id AS kindId, member.id AS memberId, origin, code, from_date AS fromDate, coupon_issue.through_date AS throughDate
        FROM coupon_issue JOIN coupon_kind USING (kind_pk) JOIN coupon USING (issue_pk) LEFT JOIN member USING (member_pk)
        WHERE coupon_issue.id = @issueId ORDER BY coupon_pk`,
  params: { issueId: id('coupon-issue') },
  row: {
    kindId: id('coupon-kind'),
    memberId: nullable(id('member')),
    origin: oneOf(COUPON_ORIGINS),
    code: text,
    fromDate: text,
    throughDate: text,
  },
});

/** The coupons that a purchase was made with; on a return or a void those of its sale. */
export const couponsOfPurchase = defineQuery({
  name: 'coupons.of-purchase',
  sql: `SELECT code, offer.id AS offerId, uses, discount_minor AS discountMinor, json_extract(terms, '$.name') AS name
        FROM coupon_use JOIN coupon USING (coupon_pk) JOIN offer USING (offer_pk) JOIN coupon_issue USING (issue_pk)
          JOIN coupon_kind_version ON coupon_kind_version.kind_pk = coupon.kind_pk AND coupon_kind_version.version = kind_version
        WHERE coupon_use.purchase_pk = @purchasePk ORDER BY coupon_pk`,
  params: { purchasePk: integer },
  row: { code: text, offerId: id('offer'), uses: integer, discountMinor: integer, name: text },
});

/** The coupons that a sale gave. */
export const couponsGivenBy = defineQuery({
  name: 'coupons.given-by',
  sql: `SELECT code, coupon.state, offer.id AS offerId, json_extract(terms, '$.name') AS name, from_date AS fromDate,
          coupon.through_date AS throughDate
        FROM coupon_issue JOIN coupon USING (issue_pk) JOIN offer USING (offer_pk)
          JOIN coupon_kind_version ON coupon_kind_version.kind_pk = coupon.kind_pk AND coupon_kind_version.version = kind_version
        WHERE coupon_issue.purchase_pk = @purchasePk ORDER BY coupon_pk`,
  params: { purchasePk: integer },
  row: { code: text, state: COUPON_STATE, offerId: id('offer'), name: text, fromDate: text, throughDate: text },
});

/** The coupons that a return or a void took back, and those that it came too late for. */
export const couponsRecalledBy = defineQuery({
  name: 'coupons.recalled-by',
  sql: `SELECT code, too_late AS tooLate FROM coupon_recall JOIN coupon_recalled USING (recall_pk) JOIN coupon USING (coupon_pk)
        WHERE coupon_recall.purchase_pk = @purchasePk ORDER BY coupon_pk`,
  params: { purchasePk: integer },
  row: { code: text, tooLate: flag },
});

/** Live offers that ask for a coupon, by its kind. */
export const offersAskingForCoupons = defineQuery({
  name: 'coupons.offers-asking',
  sql: `SELECT offer.id AS offerId, name, condition.value ->> '$.couponKindId' AS kindId
        FROM offer JOIN offer_version USING (offer_pk, version), json_each(terms, '$.conditions') AS condition
        WHERE offer.state = 'live' AND condition.value ->> '$.kind' = 'coupon' ORDER BY offer_pk`,
  params: {},
  row: { offerId: id('offer'), name: text, kindId: text },
});

/** Whether an offer that was not thrown away names a kind: gives it, or asks for it. */
export const offerNamingKind = defineQuery({
  name: 'coupons.offer-naming-kind',
  sql: `SELECT offer.id AS offerId FROM offer JOIN offer_version USING (offer_pk, version)
        WHERE offer.state <> 'removed' AND instr(terms, @kindId) > 0 LIMIT 1`,
  params: { kindId: text },
  row: { offerId: id('offer') },
});

const COUPON = `SELECT code, coupon.state, origin, member.id AS memberId, member_identity.name AS memberName, from_date AS fromDate,
          coupon.through_date AS throughDate, at_ms AS issuedAtMs, purchase.occurred_at_ms AS usedAtMs,
          purchase.receipt_number AS receiptNumber, purchase.id AS purchaseId`;
const FROM_COUPON = `FROM coupon JOIN coupon_issue USING (issue_pk) LEFT JOIN member USING (member_pk)
          LEFT JOIN member_identity ON member_identity.member_pk = ifnull(member.canonical_pk, member.member_pk)
          LEFT JOIN purchase ON purchase.purchase_pk = used_pk`;
const couponRow = {
  code: text,
  state: COUPON_STATE,
  origin: oneOf(COUPON_ORIGINS),
  memberId: nullable(id('member')),
  memberName: nullable(text),
  fromDate: text,
  throughDate: text,
  issuedAtMs: integer,
  usedAtMs: nullable(integer),
  receiptNumber: nullable(text),
  purchaseId: nullable(id('purchase')),
};

const OF_KIND = 'coupon.kind_pk = (SELECT kind_pk FROM coupon_kind WHERE id = @kindId)';
/** Between two last days, the first not included: from '' to '9' is every day. */
const IN_CONDITION = `coupon.kind_pk = (SELECT kind_pk FROM coupon_kind WHERE id = @kindId) AND coupon.state = @state
          AND coupon.through_date >= @fromDate AND coupon.through_date < @untilDate`;
const inCondition = { kindId: id('coupon-kind'), state: COUPON_STATE, fromDate: text, untilDate: text };

export const couponsInState = defineQuery({
  name: 'coupons.in-state',
  sql: `${COUPON} ${FROM_COUPON} WHERE ${IN_CONDITION} ORDER BY coupon.through_date, coupon_pk LIMIT @limit OFFSET @offset`,
  params: { ...inCondition, limit: integer, offset: integer },
  row: couponRow,
});
export const countCouponsInState = defineQuery({
  name: 'coupons.count-in-state',
  sql: `SELECT count(*) AS total FROM coupon WHERE ${IN_CONDITION}`,
  params: inCondition,
  row: { total: integer },
});
export const couponsOfKind = defineQuery({
  name: 'coupons.of-kind',
  sql: `${COUPON} ${FROM_COUPON} WHERE ${OF_KIND} ORDER BY coupon.state, coupon.through_date, coupon_pk LIMIT @limit OFFSET @offset`,
  params: { kindId: id('coupon-kind'), limit: integer, offset: integer },
  row: couponRow,
});

/** Their keys alone, in the order of the list: for a file of all of them. */
export const couponPksOfKind = defineQuery({
  name: 'coupons.pks-of-kind',
  sql: `SELECT coupon_pk AS couponPk FROM coupon WHERE ${OF_KIND} ORDER BY state, through_date, coupon_pk`,
  params: { kindId: id('coupon-kind') },
  row: { couponPk: integer },
});
export const couponPksInState = defineQuery({
  name: 'coupons.pks-in-state',
  sql: `SELECT coupon_pk AS couponPk FROM coupon WHERE ${IN_CONDITION} ORDER BY through_date, coupon_pk`,
  params: inCondition,
  row: { couponPk: integer },
});
/** Those of these keys (a JSON list). */
export const couponsByPk = defineQuery({
  name: 'coupons.by-pk',
  sql: `${COUPON}, coupon_pk AS couponPk ${FROM_COUPON} WHERE coupon_pk IN (SELECT value FROM json_each(@pks))`,
  params: { pks: text },
  row: { ...couponRow, couponPk: integer },
});

/** The coupons of a person, under all ids. */
export const couponsOfMember = defineQuery({
  name: 'coupons.of-member',
  sql: `SELECT code, coupon.state, coupon_kind.id AS kindId, json_extract(terms, '$.name') AS name, coupon_kind.state = 'live' AS isLive,
          from_date AS fromDate, coupon.through_date AS throughDate, coupon_issue.at_ms AS issuedAtMs,
          purchase.occurred_at_ms AS usedAtMs, purchase.receipt_number AS receiptNumber, purchase.id AS purchaseId
        FROM coupon_issue JOIN coupon USING (issue_pk) JOIN coupon_kind ON coupon_kind.kind_pk = coupon.kind_pk
          JOIN coupon_kind_version ON coupon_kind_version.kind_pk = coupon.kind_pk AND coupon_kind_version.version = coupon_kind.version
          LEFT JOIN purchase ON purchase.purchase_pk = used_pk
        WHERE coupon_issue.member_pk IN ${SAME_PERSON_AS_PK}
        ORDER BY coupon.state = 'open' DESC, coupon.through_date, coupon_pk LIMIT 500`,
  params: { memberPk: integer },
  row: {
    code: text,
    state: COUPON_STATE,
    kindId: id('coupon-kind'),
    name: text,
    isLive: flag,
    fromDate: text,
    throughDate: text,
    issuedAtMs: integer,
    usedAtMs: nullable(integer),
    receiptNumber: nullable(text),
    purchaseId: nullable(id('purchase')),
  },
});

export const couponState = defineQuery({
  name: 'coupons.state',
  sql: `SELECT coupon_kind.id AS kindId, coupon.state FROM coupon JOIN coupon_kind USING (kind_pk) WHERE code = @code`,
  params: { code: text },
  row: { kindId: id('coupon-kind'), state: COUPON_STATE },
});

/** What a recall did, coupon by coupon. */
export const recallById = defineQuery({
  name: 'coupons.recall-by-id',
  sql: `SELECT to_state AS 'to', why, reason, code, state, too_late AS tooLate
        FROM coupon_recall JOIN coupon_recalled USING (recall_pk) JOIN coupon USING (coupon_pk)
        WHERE coupon_recall.id = @recallId ORDER BY code`,
  params: { recallId: id('coupon-recall') },
  row: {
    to: oneOf(['taken-back', 'open']),
    why: oneOf(['hand', 'return']),
    reason: nullable(text),
    code: text,
    state: COUPON_STATE,
    tooLate: flag,
  },
});

const BATCH = `SELECT batch_id AS batchId, coupon_kind.id AS kindId, wanted, issued, coupon_batch.state, begun_at_ms AS begunAtMs,
          staff.name AS staffName
        FROM coupon_batch JOIN coupon_kind USING (kind_pk) JOIN staff USING (staff_pk)`;
const batch = {
  batchId: id('coupon-batch'),
  kindId: id('coupon-kind'),
  wanted: integer,
  issued: integer,
  state: oneOf(['running', 'stopped', 'done', 'failed']),
  begunAtMs: integer,
  staffName: text,
};
export const couponBatch = defineQuery({
  name: 'coupons.batch',
  sql: `${BATCH} WHERE batch_id = @batchId`,
  params: { batchId: id('coupon-batch') },
  row: batch,
});
export const batchesOfKind = defineQuery({
  name: 'coupons.batches-of-kind',
  sql: `${BATCH} WHERE coupon_batch.kind_pk = (SELECT kind_pk FROM coupon_kind WHERE id = @kindId) ORDER BY begun_at_ms DESC LIMIT 20`,
  params: { kindId: id('coupon-kind') },
  row: batch,
});

export const putBatch = defineWrite({
  name: 'coupons.put-batch',
  sql: `INSERT INTO coupon_batch (batch_id, kind_pk, wanted, issued, state, begun_at_ms, staff_pk)
        VALUES (@batchId, (SELECT kind_pk FROM coupon_kind WHERE id = @kindId), @wanted, 0, 'running', @nowMs,
          (SELECT staff_pk FROM staff WHERE id = @staffId))`,
  params: {
    batchId: id('coupon-batch'),
    kindId: id('coupon-kind'),
    wanted: integer,
    nowMs: integer,
    staffId: id('staff'),
  },
});
export const moveBatch = defineWrite({
  name: 'coupons.move-batch',
  sql: 'UPDATE coupon_batch SET state = @state, issued = issued + @more WHERE batch_id = @batchId',
  params: { batchId: id('coupon-batch'), state: text, more: integer },
});

const OF_TILL = 'till_pk = (SELECT till_pk FROM till WHERE id = @tillId)';
/** Codes that were nobody's and that a till tried since, oldest first. */
export const guessesOfTill = defineQuery({
  name: 'coupons.guesses-of-till',
  sql: `SELECT at_ms AS atMs FROM coupon_guess WHERE ${OF_TILL} AND at_ms > @sinceMs ORDER BY at_ms`,
  params: { tillId: id('till'), sinceMs: integer },
  row: { atMs: integer },
});
/** A code that is tried again counts once. */
export const putGuess = defineWrite({
  name: 'coupons.put-guess',
  sql: `INSERT INTO coupon_guess (till_pk, code_digest, at_ms)
        VALUES ((SELECT till_pk FROM till WHERE id = @tillId), @codeDigest, @nowMs) ON CONFLICT DO NOTHING`,
  params: { tillId: id('till'), codeDigest: bytes, nowMs: integer },
});
export const dropOldGuesses = defineWrite({
  name: 'coupons.drop-old-guesses',
  sql: `DELETE FROM coupon_guess WHERE ${OF_TILL} AND at_ms <= @sinceMs`,
  params: { tillId: id('till'), sinceMs: integer },
});
