import { OPENS_LOT } from '../../shared/points/ledger.ts';
import type { PointsEntryFact } from '../../shared/points/points-entry.fact.ts';
import { id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineWrite } from '../kernel/define-query.ts';

const putEntry = defineWrite({
  name: 'points.put-entry',
  sql: `INSERT INTO points_entry (id, kind, member_pk, lot_pk, holder_pk, points, debt_points, act_id, purchase_pk, at_ms, business_date,
          programme_version, reason, staff_pk, approved_by_pk)
        VALUES (@id, @kind, (SELECT member_pk FROM member WHERE id = @memberId),
          CASE WHEN @id = @lotId THEN (SELECT ifnull(max(entry_pk), 0) + 1 FROM points_entry)
               ELSE (SELECT entry_pk FROM points_entry WHERE id = @lotId) END,
          (SELECT store_pk FROM store WHERE id = @holderId), @points, @debtPoints, @actId,
          (SELECT purchase_pk FROM purchase WHERE id = @purchaseId), @atMs, @businessDate, @programmeVersion, @reason,
          (SELECT staff_pk FROM staff WHERE id = @staffId), (SELECT staff_pk FROM staff WHERE id = @approvedById))`,
  params: {
    id: id('points-entry'),
    kind: text,
    memberId: id('member'),
    lotId: id('lot'),
    holderId: id('store'),
    points: integer,
    debtPoints: integer,
    actId: id('act'),
    purchaseId: nullable(id('purchase')),
    atMs: integer,
    businessDate: text,
    programmeVersion: nullable(integer),
    reason: nullable(text),
    staffId: nullable(id('staff')),
    approvedById: nullable(id('staff')),
  },
});

const putLot = defineWrite({
  name: 'points.put-lot',
  sql: `INSERT INTO points_lot (lot_pk, source, issued_points, earned_at_ms, available_at_ms, expires_at_ms)
        VALUES ((SELECT ifnull(max(entry_pk), 0) + 1 FROM points_entry), @source, @points, @earnedAtMs, @availableAtMs, @expiresAtMs)`,
  params: {
    source: oneOf(['purchase', 'opening', 'adjustment', 'bonus']),
    points: integer,
    earnedAtMs: integer,
    availableAtMs: integer,
    expiresAtMs: nullable(integer),
  },
});

const LOT_AND_HOLDER = `member_pk = (SELECT member_pk FROM member WHERE id = @memberId)
          AND lot_pk = (SELECT entry_pk FROM points_entry WHERE id = @lotId)
          AND holder_pk = (SELECT store_pk FROM store WHERE id = @holderId)`;
const holdingParams = { memberId: id('member'), lotId: id('lot'), holderId: id('store'), points: integer };

const addToHolding = defineWrite({
  name: 'points.add-to-holding',
  sql: `INSERT INTO lot_holding (member_pk, lot_pk, holder_pk, held_points)
        VALUES ((SELECT member_pk FROM member WHERE id = @memberId), (SELECT entry_pk FROM points_entry WHERE id = @lotId),
                (SELECT store_pk FROM store WHERE id = @holderId), @points)
        ON CONFLICT DO UPDATE SET held_points = held_points + excluded.held_points`,
  params: holdingParams,
});

const takeFromHolding = defineWrite({
  name: 'points.take-from-holding',
  sql: `UPDATE lot_holding SET held_points = held_points - @points WHERE ${LOT_AND_HOLDER} AND held_points >= @points`,
  params: holdingParams,
});

const dropEmptyHolding = defineWrite({
  name: 'points.drop-empty-holding',
  sql: `DELETE FROM lot_holding WHERE ${LOT_AND_HOLDER} AND held_points = 0`,
  params: { memberId: id('member'), lotId: id('lot'), holderId: id('store') },
});

const addToSummary = defineWrite({
  name: 'member-summary.add-points',
  sql: `UPDATE member_summary SET balance_points = balance_points + @points - @debtPoints, debt_points = debt_points + @debtPoints
        WHERE member_pk = (SELECT member_pk FROM member WHERE id = @memberId)`,
  params: { memberId: id('member'), points: integer, debtPoints: integer },
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
export function writePointsEntry(db: WriteDb, fact: PointsEntryFact): void {
  if (fact.lot) {
    if (!OPENS_LOT.has(fact.kind) || (fact.id as string) !== fact.lotId)
      throw new Error(`a ${fact.kind} entry opens no lot`);
    putLot.run(db, { ...fact.lot, points: fact.points });
  }
  putEntry.run(db, fact);
  if (fact.points > 0) addToHolding.run(db, fact);
  else if (fact.points < 0) {
    if (takeFromHolding.run(db, { ...fact, points: -fact.points }) !== 1) throw new LotOverdrawnError(fact.lotId);
    dropEmptyHolding.run(db, fact);
  }
  addToSummary.run(db, fact);
}
