import { OPENS_LOT } from '../../shared/points/ledger.ts';
import type { PointsEntryFact } from '../../shared/points/points-entry.fact.ts';
import type { Origin } from '../changes/origin.ts';
import { id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

/** The integer keys behind a fact's ids, looked up once for all that the entry touches. */
const keysOf = defineQuery({
  name: 'points.keys-of-entry',
  sql: `SELECT member_pk AS memberPk, ifnull(canonical_pk, member_pk) AS summaryPk,
          CASE WHEN @id = @lotId THEN (SELECT ifnull(max(entry_pk), 0) + 1 FROM points_entry)
               ELSE (SELECT entry_pk FROM points_entry WHERE id = @lotId) END AS lotPk,
          (SELECT store_pk FROM store WHERE id = @holderId) AS holderPk
        FROM member WHERE id = @memberId`,
  params: { id: id('points-entry'), memberId: id('member'), lotId: id('lot'), holderId: id('store') },
  row: { memberPk: integer, summaryPk: integer, lotPk: integer, holderPk: integer },
});

const putEntry = defineWrite({
  name: 'points.put-entry',
  sql: `INSERT INTO points_entry (id, kind, member_pk, lot_pk, holder_pk, points, debt_points, act_id, purchase_pk, at_ms, hlc, business_date,
          programme_version, reason, staff_pk, approved_by_pk, asked_pk)
        VALUES (@id, @kind, @memberPk, @lotPk, @holderPk, @points, @debtPoints, @actId,
          (SELECT purchase_pk FROM purchase WHERE id = @purchaseId), @atMs, @hlc, @businessDate, @programmeVersion, @reason,
          (SELECT staff_pk FROM staff WHERE id = @staffId), (SELECT staff_pk FROM staff WHERE id = @approvedById),
          (SELECT member_pk FROM member WHERE id = @askedAs))`,
  params: {
    id: id('points-entry'),
    kind: text,
    memberPk: integer,
    lotPk: integer,
    holderPk: integer,
    points: integer,
    debtPoints: integer,
    actId: id('act'),
    purchaseId: nullable(id('purchase')),
    atMs: integer,
    hlc: text,
    businessDate: text,
    programmeVersion: nullable(integer),
    reason: nullable(text),
    staffId: nullable(id('staff')),
    approvedById: nullable(id('staff')),
    askedAs: nullable(id('member')),
  },
});

const putLot = defineWrite({
  name: 'points.put-lot',
  sql: `INSERT INTO points_lot (lot_pk, source, issued_points, earned_at_ms, available_at_ms, expires_at_ms)
        VALUES (@lotPk, @source, @points, @earnedAtMs, @availableAtMs, @expiresAtMs)`,
  params: {
    lotPk: integer,
    source: oneOf(['purchase', 'opening', 'adjustment', 'bonus']),
    points: integer,
    earnedAtMs: integer,
    availableAtMs: integer,
    expiresAtMs: nullable(integer),
  },
});

const LOT_AND_HOLDER = 'member_pk = @memberPk AND lot_pk = @lotPk AND holder_pk = @holderPk';
const lotAndHolder = { memberPk: integer, lotPk: integer, holderPk: integer };

const addToHolding = defineWrite({
  name: 'points.add-to-holding',
  sql: `INSERT INTO lot_holding (member_pk, lot_pk, holder_pk, held_points) VALUES (@memberPk, @lotPk, @holderPk, @points)
        ON CONFLICT DO UPDATE SET held_points = held_points + excluded.held_points`,
  params: { ...lotAndHolder, points: integer },
});

const takeFromHolding = defineWrite({
  name: 'points.take-from-holding',
  sql: `UPDATE lot_holding SET held_points = held_points - @points WHERE ${LOT_AND_HOLDER} AND held_points >= @points`,
  params: { ...lotAndHolder, points: integer },
});

const dropEmptyHolding = defineWrite({
  name: 'points.drop-empty-holding',
  sql: `DELETE FROM lot_holding WHERE ${LOT_AND_HOLDER} AND held_points = 0`,
  params: lotAndHolder,
});

const addToSummary = defineWrite({
  name: 'member-summary.add-points',
  sql: `UPDATE member_summary SET balance_points = balance_points + @points - @debtPoints, debt_points = debt_points + @debtPoints
        WHERE member_pk = @memberPk`,
  params: { memberPk: integer, points: integer, debtPoints: integer },
});

/** Thrown when a lot does not hold what is taken from it: the whole act is undone. */
export class LotOverdrawnError extends Error {
  readonly lotId: string;
  constructor(lotId: string) {
    super('a lot does not hold what was taken from it');
    this.lotId = lotId;
  }
}

/**
 * Appends to the ledger and moves the holding. Points are taken by one conditional write: what is checked is what is
 * deducted, and of two who take the same points one is told.
 */
export function writePointsEntry(db: WriteDb, fact: PointsEntryFact, { hlc }: Origin): void {
  const keys = keysOf.get(db, fact);
  if (!keys) throw new Error('a points entry of a member, lot or holder that is not here');
  const { memberPk, summaryPk, lotPk, holderPk } = keys;
  if (fact.lot) {
    if (!OPENS_LOT.has(fact.kind) || (fact.id as string) !== fact.lotId)
      throw new Error(`a ${fact.kind} entry opens no lot`);
    putLot.run(db, { ...fact.lot, lotPk, points: fact.points });
  }
  putEntry.run(db, { ...fact, hlc, memberPk, lotPk, holderPk, askedAs: fact.askedAs ?? null });
  const holding = { memberPk, lotPk, holderPk };
  if (fact.points > 0) addToHolding.run(db, { ...holding, points: fact.points });
  else if (fact.points < 0) {
    if (takeFromHolding.run(db, { ...holding, points: -fact.points }) !== 1) throw new LotOverdrawnError(fact.lotId);
    dropEmptyHolding.run(db, holding);
  }
  addToSummary.run(db, { memberPk: summaryPk, points: fact.points, debtPoints: fact.debtPoints });
}
