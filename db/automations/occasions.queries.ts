import { birthdaySchema, CONSENT_PURPOSES, TIERS } from '../../shared/members/profile.ts';
import { id, integer, json, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';
import { SAME_PERSON_AS_SUMMARY } from '../members/same-person.ts';

const ACTIVE_HERE = `member_summary.member_pk > @afterPk AND member_summary.member_pk <= @untilPk AND is_listed = 1
          AND listed_status = 'active' AND listed_store_pk = (SELECT store_pk FROM store WHERE id = @storeId)`;
/**
 * Whom automations look at: active members of a slice, at home in this store, who have not said that nothing may be
 * chosen for them by what they do.
 */
const LOOKED_AT = `${ACTIVE_HERE}
          AND (consents >> ${2 * CONSENT_PURPOSES.indexOf('profiling')}) & 3 <> 1`;
const slice = { afterPk: integer, untilPk: integer, storeId: id('store') };
const MEMBER = 'member_summary.member_pk AS memberPk, member.id AS memberId';
const member = { memberPk: integer, memberId: id('member') };

/** Whose birthday has one of these codes (a JSON list). */
export const birthdayOccasions = defineQuery({
  name: 'automation-occasions.birthdays',
  sql: `SELECT ${MEMBER}, birthday FROM member_summary JOIN member USING (member_pk) JOIN member_identity USING (member_pk)
        WHERE ${LOOKED_AT} AND birthday_code IN (SELECT value FROM json_each(@codes)) ORDER BY member_summary.member_pk`,
  params: { ...slice, codes: text },
  row: { ...member, birthday: json(birthdaySchema) },
});

/** Who was enrolled between two instants, and not brought along from another program. */
export const welcomeOccasions = defineQuery({
  name: 'automation-occasions.welcomes',
  sql: `SELECT ${MEMBER}, listed_enrolled_at_ms AS enrolledAtMs FROM member_summary JOIN member USING (member_pk)
        WHERE ${LOOKED_AT} AND listed_enrolled_at_ms >= @fromMs AND listed_enrolled_at_ms < @untilMs AND listed_source <> 'import'
        ORDER BY member_summary.member_pk`,
  params: { ...slice, fromMs: integer, untilMs: integer },
  row: { ...member, enrolledAtMs: integer },
});

/** Who bought once, on one of these days, and kept something of it. */
export const secondPurchaseOccasions = defineQuery({
  name: 'automation-occasions.second-purchases',
  sql: `SELECT ${MEMBER}, first_purchase_date AS date FROM member_summary JOIN member USING (member_pk)
        WHERE ${LOOKED_AT} AND purchases = 1 AND net_minor > 0 AND first_purchase_date BETWEEN @from AND @through
        ORDER BY member_summary.member_pk`,
  params: { ...slice, from: text, through: text },
  row: { ...member, date: text },
});

/** Who bought last on one of these days. */
export const lapsedOccasions = defineQuery({
  name: 'automation-occasions.lapsed',
  sql: `SELECT ${MEMBER}, last_purchase_date AS date FROM member_summary JOIN member USING (member_pk)
        WHERE ${LOOKED_AT} AND last_purchase_date BETWEEN @from AND @through ORDER BY member_summary.member_pk`,
  params: { ...slice, from: text, through: text },
  row: { ...member, date: text },
});

/** The sales of these days that have not come back, with goods of a category where one is named. */
export const purchaseOccasions = defineQuery({
  name: 'automation-occasions.purchases',
  sql: `SELECT ${MEMBER}, purchase.id AS purchaseId, purchase.business_date AS date
        FROM member_summary JOIN member USING (member_pk) JOIN purchase ON purchase.member_pk IN ${SAME_PERSON_AS_SUMMARY}
        WHERE ${LOOKED_AT} AND last_purchase_date >= @from AND hlc >= @sinceStamp AND purchase.business_date BETWEEN @from AND @through
          AND entry_kind = 'sale' AND purchase.state = 'completed'
          AND purchase.net_minor + ifnull((SELECT sum(back.net_minor) FROM purchase AS back WHERE back.original_pk = purchase.purchase_pk), 0) > 0
          AND (@categoryId IS NULL OR EXISTS (SELECT 1 FROM purchase_line JOIN product USING (product_pk) JOIN category USING (category_pk)
            WHERE purchase_line.purchase_pk = purchase.purchase_pk AND category.id = @categoryId))
        ORDER BY member_summary.member_pk, purchase.business_date, purchase.purchase_pk`,
  params: { ...slice, from: text, through: text, sinceStamp: text, categoryId: nullable(id('category')) },
  row: { ...member, purchaseId: id('purchase'), date: text },
});

/** When a person, of whose ids one stands for all, first bought for so much, of what was not taken back. */
const FIRST_KEPT = (friendPk: string) =>
  `(SELECT min(sold.business_date) FROM purchase AS sold
          WHERE sold.member_pk IN (SELECT ${friendPk} UNION ALL SELECT member_pk FROM member WHERE canonical_pk = ${friendPk})
            AND sold.entry_kind = 'sale' AND sold.state = 'completed' AND sold.net_minor
              + ifnull((SELECT sum(back.net_minor) FROM purchase AS back WHERE back.original_pk = sold.purchase_pk), 0) >= @leastMinor)`;

/**
 * Who was referred, or referred somebody, where the friend first bought for so much on one of these days. Nobody refers
 * the own person or the own phone. What somebody was promised is no profile, so it is given whatever was said of profiling.
 */
const referralOccasions = (role: 'friend' | 'referrer') =>
  defineQuery({
    name: `automation-occasions.referrals-of-${role}`,
    sql: `SELECT DISTINCT memberPk, memberId, friendId, date FROM (
            SELECT ${MEMBER}, friend.id AS friendId, ${FIRST_KEPT('friend.member_pk')} AS date
            FROM member_summary JOIN member USING (member_pk)
              ${
                role === 'friend'
                  ? `JOIN member AS friend ON friend.member_pk = member.member_pk
              JOIN member AS brought ON brought.member_pk IN ${SAME_PERSON_AS_SUMMARY}
              JOIN member AS named ON named.id = brought.referred_by
              JOIN member AS referrer ON referrer.member_pk = ifnull(named.canonical_pk, named.member_pk)`
                  : `JOIN member AS referrer ON referrer.member_pk = member.member_pk
              JOIN member AS named ON named.member_pk IN ${SAME_PERSON_AS_SUMMARY}
              JOIN member AS brought ON brought.referred_by = named.id
              JOIN member AS friend ON friend.member_pk = ifnull(brought.canonical_pk, brought.member_pk)`
              }
              JOIN (SELECT member_pk AS buyer_pk FROM member_summary WHERE last_purchase_date >= @from) ON buyer_pk = friend.member_pk
              LEFT JOIN member_identity AS his ON his.member_pk = friend.member_pk
              LEFT JOIN member_identity AS hers ON hers.member_pk = referrer.member_pk
            WHERE ${ACTIVE_HERE} AND friend.member_pk <> referrer.member_pk AND friend.status = 'active' AND referrer.status = 'active'
              AND (his.phone IS NULL OR hers.phone IS NULL OR his.phone <> hers.phone))
          WHERE date BETWEEN @from AND @through ORDER BY memberPk, friendId`,
    params: { ...slice, leastMinor: integer, from: text, through: text },
    row: { ...member, friendId: id('member'), date: text },
  });
export const friendsReferred = referralOccasions('friend');
export const referrersOfFriends = referralOccasions('referrer');

/** The tiers that changed on these days and are still what they became. */
export const tierOccasions = defineQuery({
  name: 'automation-occasions.tiers',
  sql: `SELECT ${MEMBER}, tier_change.id AS changeId, from_tier AS "from", to_tier AS "to", business_date AS date
        FROM tier_change JOIN member_summary USING (member_pk) JOIN member USING (member_pk)
        WHERE ${LOOKED_AT} AND business_date BETWEEN @from AND @through AND from_tier <> to_tier AND to_tier = listed_tier
          AND reason <> 'taken-over'
        ORDER BY member_summary.member_pk, tier_change.hlc`,
  params: { ...slice, from: text, through: text },
  row: { ...member, changeId: id('tier-change'), from: oneOf(TIERS), to: oneOf(TIERS), date: text },
});

/**
 * Whose points end by an instant, as far as this store holds them and an automation has not told of them: what it told
 * of last ends before the instant that the newest occasion of the member names.
 */
export const expiryOccasions = defineQuery({
  name: 'automation-occasions.expiries',
  sql: `SELECT memberPk, memberId, points FROM (
          SELECT ${MEMBER}, (SELECT ifnull(sum(held_points), 0) FROM lot_holding JOIN points_lot USING (lot_pk)
            WHERE lot_holding.member_pk IN ${SAME_PERSON_AS_SUMMARY}
              AND lot_holding.holder_pk = (SELECT store_pk FROM store WHERE id = @storeId)
              AND expires_at_ms <= @untilMs AND expires_at_ms > max(@nowMs, ifnull(
                (SELECT max(CAST(occasion AS INTEGER)) FROM automation_occasion
                 WHERE automation_pk = @automationPk AND automation_occasion.member_pk IN ${SAME_PERSON_AS_SUMMARY}), 0))) AS points
          FROM member_summary JOIN member USING (member_pk) WHERE ${LOOKED_AT} AND balance_points >= @leastPoints)
        WHERE points >= @leastPoints ORDER BY memberPk`,
  params: { ...slice, automationPk: integer, nowMs: integer, untilMs: integer, leastPoints: integer },
  row: { ...member, points: integer },
});
