import { TENDER_KINDS } from '../../shared/purchases/tender.ts';
import { id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';

/** The shift that is open at a till. Asked in every sale, so it reads one index. */
export const openShift = defineQuery({
  name: 'shifts.open',
  sql: `SELECT id AS shiftId FROM shift
        WHERE till_pk = (SELECT till_pk FROM till WHERE id = @tillId) AND closed_at_ms IS NULL ORDER BY shift_pk DESC LIMIT 1`,
  params: { tillId: id('till') },
  row: { shiftId: id('shift') },
});

export const shiftById = defineQuery({
  name: 'shifts.by-id',
  sql: `SELECT shift.id AS shiftId, till.id AS tillId, shift.version, opened_at_ms AS openedAtMs, opener.id AS openedById,
          ifnull(opener.name, '') AS openedBy, float_minor AS floatMinor, closed_at_ms AS closedAtMs, counted_minor AS countedMinor
        FROM shift JOIN till USING (till_pk) LEFT JOIN staff AS opener ON opener.staff_pk = opened_by_pk
        WHERE shift.id = @shiftId`,
  params: { shiftId: id('shift') },
  row: {
    shiftId: id('shift'),
    tillId: id('till'),
    version: integer,
    openedAtMs: integer,
    openedById: nullable(id('staff')),
    openedBy: text,
    floatMinor: integer,
    closedAtMs: nullable(integer),
    countedMinor: nullable(integer),
  },
});

export const shiftTotals = defineQuery({
  name: 'shifts.totals',
  sql: `SELECT count(*) FILTER (WHERE entry_kind = 'sale') AS sales, count(*) FILTER (WHERE entry_kind = 'return') AS returns,
          count(*) FILTER (WHERE entry_kind = 'void') AS voids,
          (SELECT count(*) FROM purchase AS sold JOIN purchase_line USING (purchase_pk)
           WHERE sold.shift_pk = (SELECT shift_pk FROM shift WHERE id = @shiftId) AND sold.entry_kind = 'sale' AND product_pk IS NULL) AS openLines,
          ifnull(sum(net_minor), 0) AS netMinor, ifnull(sum(tax_minor), 0) AS taxMinor,
          ifnull(sum(points_earned), 0) AS pointsEarned, ifnull(sum(points_redeemed), 0) AS pointsRedeemed
        FROM purchase WHERE shift_pk = (SELECT shift_pk FROM shift WHERE id = @shiftId)`,
  params: { shiftId: id('shift') },
  row: {
    sales: integer,
    returns: integer,
    voids: integer,
    openLines: integer,
    netMinor: integer,
    taxMinor: integer,
    pointsEarned: integer,
    pointsRedeemed: integer,
  },
});

export const shiftTenders = defineQuery({
  name: 'shifts.tenders',
  sql: `SELECT tender.kind, count(*) AS count, sum(amount_minor) AS amountMinor
        FROM purchase JOIN tender USING (purchase_pk)
        WHERE shift_pk = (SELECT shift_pk FROM shift WHERE id = @shiftId) GROUP BY tender.kind ORDER BY amountMinor DESC`,
  params: { shiftId: id('shift') },
  row: { kind: oneOf(TENDER_KINDS), count: integer, amountMinor: integer },
});
