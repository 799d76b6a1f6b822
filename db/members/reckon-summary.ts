import { integer } from '../kernel/codec.ts';
import { defineWrite } from '../kernel/define-query.ts';
import { SAME_PERSON_AS_PK } from './same-person.ts';

/**
 * Reckons a member's summary anew from the facts of all ids that stand for the person. An id that stands for another has
 * an empty one: its facts are counted there.
 */
export const reckonSummary = defineWrite({
  name: 'member-summary.reckon',
  sql: `UPDATE member_summary SET
          (purchases, net_minor, first_purchase_date, last_purchase_date, last_visit_day) =
            (SELECT count(*) FILTER (WHERE entry_kind = 'sale' AND state = 'completed'), ifnull(sum(net_minor), 0),
               min(business_date) FILTER (WHERE entry_kind = 'sale' AND state = 'completed'),
               max(business_date) FILTER (WHERE entry_kind = 'sale' AND state = 'completed'),
               ifnull(CAST(julianday(max(business_date) FILTER (WHERE entry_kind = 'sale' AND state = 'completed')) - 2440587.5 AS INTEGER), 0)
             FROM purchase WHERE purchase.member_pk IN ${SAME_PERSON_AS_PK} AND stands_alone.it),
          (balance_points, debt_points) =
            (SELECT ifnull(sum(points - debt_points), 0), ifnull(sum(debt_points), 0)
             FROM points_entry WHERE points_entry.member_pk IN ${SAME_PERSON_AS_PK} AND stands_alone.it)
        FROM (SELECT canonical_pk IS NULL AS it FROM member WHERE member_pk = @memberPk) AS stands_alone
        WHERE member_summary.member_pk = @memberPk`,
  params: { memberPk: integer },
});
