import { POINTS_ENTRY_KINDS } from '../../shared/points/ledger.ts';
import { flag, id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';
import { SAME_PERSON, SAME_PERSON_AS_PK } from '../members/same-person.ts';

const lot = {
  lotId: id('lot'),
  ownerId: id('member'),
  heldPoints: integer,
  earnedAtMs: integer,
  availableAtMs: integer,
  expiresAtMs: nullable(integer),
};

/** The lots that this store holds something of, of all ids that stand for one person. */
export const heldLots = defineQuery({
  name: 'points.held-lots',
  sql: `SELECT points_entry.id AS lotId, owner.id AS ownerId, held_points AS heldPoints, earned_at_ms AS earnedAtMs,
          available_at_ms AS availableAtMs, expires_at_ms AS expiresAtMs
        FROM lot_holding
        JOIN points_lot ON points_lot.lot_pk = lot_holding.lot_pk
        JOIN points_entry ON points_entry.entry_pk = lot_holding.lot_pk
        JOIN member AS owner ON owner.member_pk = lot_holding.member_pk
        WHERE lot_holding.member_pk IN ${SAME_PERSON_AS_PK}
          AND lot_holding.holder_pk = (SELECT store_pk FROM store WHERE id = @holderId)`,
  params: { memberPk: integer, holderId: id('store') },
  row: lot,
});

/** What each of the ids that stand for one person owes. */
export const debtsOf = defineQuery({
  name: 'points.debts',
  sql: `SELECT member.id AS memberId, sum(debt_points) AS points FROM points_entry JOIN member USING (member_pk)
        WHERE points_entry.member_pk IN ${SAME_PERSON_AS_PK}
        GROUP BY member_pk HAVING sum(debt_points) > 0 ORDER BY member_pk`,
  params: { memberPk: integer },
  row: { memberId: id('member'), points: integer },
});

/** Every lot that a member ever had, with what this store holds of it now, the newest first by its stamp. */
export const allLots = defineQuery({
  name: 'points.all-lots',
  sql: `SELECT points_entry.id AS lotId, owner.id AS ownerId, ifnull(held_points, 0) AS heldPoints, earned_at_ms AS earnedAtMs,
          available_at_ms AS availableAtMs, expires_at_ms AS expiresAtMs, points_lot.source, issued_points AS issuedPoints
        FROM points_entry JOIN points_lot ON points_lot.lot_pk = points_entry.entry_pk
        JOIN member AS owner ON owner.member_pk = points_entry.member_pk
        LEFT JOIN lot_holding ON lot_holding.lot_pk = points_lot.lot_pk AND lot_holding.member_pk = points_entry.member_pk
          AND lot_holding.holder_pk = (SELECT store_pk FROM store WHERE id = @holderId)
        WHERE points_entry.member_pk IN ${SAME_PERSON}
        ORDER BY points_entry.hlc DESC`,
  params: { memberId: id('member'), holderId: id('store') },
  row: { ...lot, source: oneOf(['purchase', 'opening', 'adjustment', 'bonus']), issuedPoints: integer },
});

const LEDGER = `SELECT points_entry.id AS entryId, act_id AS actId, points_entry.kind, points - debt_points AS changePoints, at_ms AS atMs,
          points_entry.hlc AS at, purchase.id AS purchaseId, receipt_number AS receiptNumber, reason, staff.name AS staffName,
          api_key.name AS apiKeyName
        FROM points_entry LEFT JOIN purchase USING (purchase_pk) LEFT JOIN staff ON staff.staff_pk = points_entry.staff_pk
        LEFT JOIN api_key USING (api_key_pk)
        WHERE points_entry.member_pk IN ${SAME_PERSON} AND points_entry.hlc < @before`;
const ledgerParams = { memberId: id('member'), before: text, limit: integer };
const ledgerRow = {
  entryId: id('points-entry'),
  actId: id('act'),
  kind: oneOf(POINTS_ENTRY_KINDS),
  changePoints: integer,
  atMs: integer,
  at: text,
  purchaseId: nullable(id('purchase')),
  receiptNumber: nullable(text),
  reason: nullable(text),
  staffName: nullable(text),
  apiKeyName: nullable(text),
};

/** A member's ledger in the order of its stamps, newest first, from before a stamp. */
export const ledger = defineQuery({
  name: 'points.ledger',
  sql: `${LEDGER} ORDER BY points_entry.hlc DESC LIMIT @limit`,
  params: ledgerParams,
  row: ledgerRow,
});

/** The same, of what was no part of a purchase. */
export const ledgerOutsidePurchases = defineQuery({
  name: 'points.ledger-outside-purchases',
  sql: `${LEDGER} AND points_entry.purchase_pk IS NULL ORDER BY points_entry.hlc DESC LIMIT @limit`,
  params: ledgerParams,
  row: ledgerRow,
});

/** By how much the balance changed from a stamp on. */
export const balanceChangeFrom = defineQuery({
  name: 'points.balance-change-from',
  sql: `SELECT ifnull(sum(points - debt_points), 0) AS changePoints FROM points_entry
        WHERE member_pk IN ${SAME_PERSON} AND hlc >= @from`,
  params: { memberId: id('member'), from: text },
  row: { changePoints: integer },
});

/**
 * What an act outside a sale moved, for what, and the balance right after it: to answer a repeated request. The balance
 * is that of those who are the same person today.
 */
const actOutsideSale = <Noun extends 'redemption' | 'adjustment'>(noun: Noun, kind: 'redeem' | 'adjust') =>
  defineQuery({
    name: `points.${noun}`,
    sql: `WITH act AS (
            SELECT ifnull(asked_pk, member_pk) AS member_pk, sum(points) AS points, reason, max(entry_pk) AS last_pk FROM points_entry
            WHERE act_id = @actId AND purchase_pk IS NULL AND kind = '${kind}' GROUP BY ifnull(asked_pk, member_pk), reason),
          person AS (
            SELECT one.member_pk FROM act JOIN member AS asked USING (member_pk)
              JOIN member AS one ON one.member_pk = ifnull(asked.canonical_pk, asked.member_pk)
            UNION ALL SELECT one.member_pk FROM act JOIN member AS asked USING (member_pk)
              JOIN member AS one ON one.canonical_pk = ifnull(asked.canonical_pk, asked.member_pk))
          SELECT member.id AS memberId, points, reason,
            (SELECT sum(earlier.points - earlier.debt_points) FROM points_entry AS earlier
             WHERE earlier.member_pk IN (SELECT member_pk FROM person) AND earlier.entry_pk <= act.last_pk) AS balanceAfter
          FROM act JOIN member USING (member_pk)`,
    params: { actId: id(noun) },
    row: { memberId: id('member'), points: integer, reason: nullable(text), balanceAfter: integer },
  });
export const redemptionOf = actOutsideSale('redemption', 'redeem');
export const adjustmentOf = actOutsideSale('adjustment', 'adjust');

/** The laws of the ledger, reckoned from scratch: for tests, and for the check that a manager can run. */
export const ledgerFaults = defineQuery({
  name: 'points.faults',
  sql: `WITH person AS (SELECT member_pk AS id_pk, ifnull(canonical_pk, member_pk) AS member_pk FROM member),
          ledger AS (SELECT person.member_pk, sum(points) AS held, sum(debt_points) AS debt
            FROM points_entry JOIN person ON id_pk = points_entry.member_pk GROUP BY person.member_pk),
          lots AS (SELECT person.member_pk, sum(held_points) AS held
            FROM lot_holding JOIN person ON id_pk = lot_holding.member_pk GROUP BY person.member_pk)
        SELECT member.id AS memberId, member_summary.balance_points AS balance, ifnull(ledger.held, 0) - ifnull(ledger.debt, 0) AS ledgerSum,
          ifnull(lots.held, 0) - member_summary.debt_points AS lotSum
        FROM member_summary JOIN member USING (member_pk) LEFT JOIN ledger USING (member_pk) LEFT JOIN lots USING (member_pk)
        WHERE balance <> ledgerSum OR balance <> lotSum`,
  params: {},
  row: { memberId: id('member'), balance: integer, ledgerSum: integer, lotSum: integer },
});

/** Whether nothing may be spent until headquarters has spoken: this disk was restored, or is a copy. */
export const redemptionFrozen = defineQuery({
  name: 'points.redemption-frozen',
  sql: 'SELECT redemption_frozen AS isFrozen FROM sync_state',
  params: {},
  row: { isFrozen: flag },
});
