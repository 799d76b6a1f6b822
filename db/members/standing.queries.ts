import { ALL_STANDING_REASONS, CLOSING_DEBT, CLOSING_POINTS, STANDING_CHANGES } from '../../shared/members/standing.ts';
import { id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';
import { SAME_PERSON, SAME_PERSON_AS_PK } from './same-person.ts';

/** A change as it was recorded: to answer a repeated request. */
export const standingKnown = defineQuery({
  name: 'member-standing.known',
  sql: `SELECT member.id AS memberId, change, reason, note, rest_points AS restPoints, rest_debt AS restDebt
        FROM member_standing JOIN member USING (member_pk) WHERE member_standing.id = @standingId`,
  params: { standingId: id('member-standing') },
  row: {
    memberId: id('member'),
    change: oneOf(STANDING_CHANGES),
    reason: oneOf(ALL_STANDING_REASONS),
    note: nullable(text),
    restPoints: nullable(oneOf(CLOSING_POINTS)),
    restDebt: nullable(oneOf(CLOSING_DEBT)),
  },
});

/** How somebody's standing changed, in the order of the stamps, newest first, from before a stamp. */
export const standingsBefore = defineQuery({
  name: 'member-standing.before',
  sql: `SELECT member_standing.id AS standingId, change, reason, note, at_ms AS atMs, hlc AS at, staff.name AS staffName
        FROM member_standing LEFT JOIN staff USING (staff_pk)
        WHERE member_pk IN ${SAME_PERSON} AND hlc < @before ORDER BY hlc DESC LIMIT @limit`,
  params: { memberId: id('member'), before: text, limit: integer },
  row: {
    standingId: id('member-standing'),
    change: oneOf(STANDING_CHANGES),
    reason: oneOf(ALL_STANDING_REASONS),
    note: nullable(text),
    atMs: integer,
    at: text,
    staffName: nullable(text),
  },
});

/** What each of the ids that stand for one person owes, with the lot in which it came to owe it last. */
export const debtsToSettle = defineQuery({
  name: 'member-standing.debts',
  sql: `SELECT member.id AS memberId, sum(points_entry.debt_points) AS points,
          (SELECT opening.id FROM points_entry AS owing JOIN points_entry AS opening ON opening.entry_pk = owing.lot_pk
           WHERE owing.member_pk = member.member_pk AND owing.debt_points > 0 ORDER BY owing.hlc DESC LIMIT 1) AS lotId
        FROM points_entry JOIN member USING (member_pk) WHERE points_entry.member_pk IN ${SAME_PERSON_AS_PK}
        GROUP BY member.member_pk HAVING sum(points_entry.debt_points) > 0 ORDER BY member.member_pk`,
  params: { memberPk: integer },
  row: { memberId: id('member'), points: integer, lotId: id('lot') },
});

/** How many baskets that are not sold yet name a person. */
export const basketsOfMember = defineQuery({
  name: 'member-standing.baskets',
  sql: `SELECT count(*) AS baskets FROM open_basket WHERE member_pk IN ${SAME_PERSON}`,
  params: { memberId: id('member') },
  row: { baskets: integer },
});
