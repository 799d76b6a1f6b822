import { birthdaySchema, CONSENT_PURPOSES, TIERS } from '../../shared/members/profile.ts';
import { id, integer, json, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';
import { SAME_PERSON_AS_SUMMARY } from '../members/same-person.ts';

/**
 * Whom automations look at: active members of a slice, at home in this store, who have not said that nothing may be
 * chosen for them by what they do.
 */
const LOOKED_AT = `member_summary.member_pk > @afterPk AND member_summary.member_pk <= @untilPk AND is_listed = 1
          AND listed_status = 'active' AND listed_store_pk = (SELECT store_pk FROM store WHERE id = @storeId)
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
