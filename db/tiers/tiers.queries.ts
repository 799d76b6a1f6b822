import { TIERS } from '../../shared/members/profile.ts';
import { TIER_BASES } from '../../shared/tiers/ladder.ts';
import { TIER_REASONS } from '../../shared/tiers/tier-change.fact.ts';
import { id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';
import { SAME_PERSON, SAME_PERSON_AS_PK } from '../members/same-person.ts';

/**
 * What a person's purchases come to in a span of business dates, read by the index of the person's purchases. A return
 * lowers the day of its sale, so that it takes from the window that the sale was counted in; one that names no sale
 * lowers its own day. A voided sale counts for nothing. `sinceStamp` spares what was written before the span and so cannot lie in it.
 */
export const qualifyingSums = defineQuery({
  name: 'tiers.qualifying-sums',
  sql: `SELECT ifnull(sum(spend), 0) AS spendMinor, ifnull(sum(points), 0) AS pointsEarned,
          count(DISTINCT CASE WHEN spend > 0 THEN business_date END) AS visits,
          min(CASE WHEN spend > 0 THEN business_date END) AS firstDate
        FROM (
          SELECT business_date,
            net_minor - points_paid_minor + ifnull((SELECT sum(back.net_minor - back.points_paid_minor) FROM purchase AS back
              WHERE back.original_pk = purchase.purchase_pk), 0) AS spend,
            points_earned + ifnull((SELECT sum(back.points_earned) FROM purchase AS back
              WHERE back.original_pk = purchase.purchase_pk), 0) AS points
          FROM purchase
          WHERE member_pk IN ${SAME_PERSON_AS_PK} AND hlc >= @sinceStamp AND original_pk IS NULL AND state = 'completed'
            AND business_date >= @from AND business_date <= @to)`,
  params: { memberPk: integer, sinceStamp: text, from: text, to: text },
  row: { spendMinor: integer, pointsEarned: integer, visits: integer, firstDate: nullable(text) },
});

/** How the member stands that an id stands for; the last change is that of this member's own id. */
export const tierStanding = defineQuery({
  name: 'tiers.standing',
  sql: `SELECT member.member_pk AS memberPk, member.id AS memberId, member.status, member.tier, to_tier AS toTier, reason,
          counted_from AS countedFrom, counted_to AS countedTo, ends_on AS endsOn, tier_change.review_on AS reviewOn,
          basis_value AS basisValue, basis, business_date AS businessDate
        FROM member AS asked JOIN member ON member.member_pk = ifnull(asked.canonical_pk, asked.member_pk)
        LEFT JOIN tier_standing ON tier_standing.member_pk = member.member_pk LEFT JOIN tier_change USING (change_pk)
        WHERE asked.id = @memberId`,
  params: { memberId: id('member') },
  row: {
    memberPk: integer,
    memberId: id('member'),
    status: text,
    tier: oneOf(TIERS),
    toTier: nullable(oneOf(TIERS)),
    reason: nullable(oneOf(TIER_REASONS)),
    countedFrom: nullable(text),
    countedTo: nullable(text),
    endsOn: nullable(text),
    reviewOn: nullable(text),
    basisValue: nullable(integer),
    basis: nullable(oneOf(TIER_BASES)),
    businessDate: nullable(text),
  },
});

const CHANGE = `tier_change.id AS changeId, from_tier AS "from", to_tier AS "to", reason, basis, basis_value AS basisValue,
          ends_on AS endsOn, review_on AS reviewOn, at_ms AS atMs, hlc AS at`;
const change = {
  changeId: id('tier-change'),
  from: oneOf(TIERS),
  to: oneOf(TIERS),
  reason: oneOf(TIER_REASONS),
  basis: oneOf(TIER_BASES),
  basisValue: nullable(integer),
  endsOn: nullable(text),
  reviewOn: nullable(text),
  atMs: integer,
  at: text,
};

/** What was said of a person's tier, newest first, from before a stamp. */
export const tierChangesBefore = defineQuery({
  name: 'tier-changes.before',
  sql: `SELECT ${CHANGE} FROM tier_change WHERE member_pk IN ${SAME_PERSON} AND hlc < @before ORDER BY hlc DESC LIMIT @limit`,
  params: { memberId: id('member'), before: text, limit: integer },
  row: change,
});

/** The change of tier that a sale or a return brought about. */
export const tierChangeOfPurchase = defineQuery({
  name: 'tier-changes.of-purchase',
  sql: `SELECT from_tier AS "from", to_tier AS "to" FROM tier_change
        WHERE purchase_pk = (SELECT purchase_pk FROM purchase WHERE id = @purchaseId)`,
  params: { purchaseId: id('purchase') },
  row: { from: oneOf(TIERS), to: oneOf(TIERS) },
});
