import { noticeOccasion } from '../../shared/messages/notice.ts';
import { id, integer } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';
import { SAME_PERSON_AS_SUMMARY } from '../members/same-person.ts';

const EXPIRING = noticeOccasion('points-expiring', '');
/** Until when the newest notice of a table reached: an occasion ends in that instant. */
const TOLD = (table: 'message' | 'outbox') =>
  `ifnull((SELECT max(CAST(substr(occasion, ${EXPIRING.length + 1}) AS INTEGER)) FROM ${table}
          WHERE ${table}.member_pk IN ${SAME_PERSON_AS_SUMMARY} AND substr(occasion, 1, ${EXPIRING.length}) = '${EXPIRING}'), 0)`;

/**
 * Active members of a slice of whose points some end until an instant that no notice has told of, as far as this store
 * holds them. Who was told of what ends after `restMs` rests.
 */
export const untoldExpiries = defineQuery({
  name: 'notices.untold-expiries',
  sql: `SELECT memberPk, memberId, toldUntilMs FROM (
          SELECT memberPk, memberId, max(inMessages, inOutbox) AS toldUntilMs FROM (
            SELECT member_summary.member_pk AS memberPk, member.id AS memberId, ${TOLD('message')} AS inMessages, ${TOLD('outbox')} AS inOutbox
            FROM member_summary JOIN member USING (member_pk)
            WHERE member_summary.member_pk > @afterPk AND member_summary.member_pk <= @untilPk AND is_listed = 1
              AND listed_status = 'active' AND balance_points > 0
              AND EXISTS (SELECT 1 FROM lot_holding JOIN points_lot USING (lot_pk)
                WHERE lot_holding.member_pk IN ${SAME_PERSON_AS_SUMMARY} AND held_points > 0
                  AND lot_holding.holder_pk = (SELECT store_pk FROM store WHERE id = @storeId)
                  AND expires_at_ms > @nowMs AND expires_at_ms <= @untilMs)))
        WHERE toldUntilMs <= @restMs ORDER BY memberPk`,
  params: {
    afterPk: integer,
    untilPk: integer,
    storeId: id('store'),
    nowMs: integer,
    untilMs: integer,
    restMs: integer,
  },
  row: { memberPk: integer, memberId: id('member'), toldUntilMs: integer },
});
