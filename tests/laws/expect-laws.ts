import { expect } from 'vitest';
import { changesInOrder, syncState } from '../../db/changes/changes.queries.ts';
import { nodeDigest } from '../../db/changes/digest.ts';
import type { ReadDb } from '../../db/kernel/connection.ts';
import { ledgerFaults } from '../../db/points/points.queries.ts';
import { findChainFault } from '../../shared/sync/chain.ts';
import type { Row } from '../fixtures/rows.ts';

/** Each finds what breaks a law, reckoned from the facts alone by SQL that shares nothing with the program's. */
const BREACHES: Readonly<Record<string, string>> = {
  'a summary is a recount of the facts of all ids that stand for the person': `
    WITH person AS (SELECT member_pk AS id_pk, ifnull(canonical_pk, member_pk) AS member_pk FROM member),
      sales AS (SELECT person.member_pk, business_date FROM purchase JOIN person ON id_pk = purchase.member_pk
        WHERE entry_kind = 'sale' AND state = 'completed')
    SELECT * FROM (
      SELECT m.member_pk,
        (SELECT count(*) FROM sales WHERE sales.member_pk = m.member_pk) AS purchases,
        (SELECT ifnull(sum(p.net_minor), 0) FROM purchase p JOIN person ON id_pk = p.member_pk WHERE person.member_pk = m.member_pk) AS net_minor,
        (SELECT min(business_date) FROM sales WHERE sales.member_pk = m.member_pk) AS first_date,
        (SELECT max(business_date) FROM sales WHERE sales.member_pk = m.member_pk) AS last_date,
        (SELECT ifnull(sum(e.points) - sum(e.debt_points), 0) FROM points_entry e JOIN person ON id_pk = e.member_pk WHERE person.member_pk = m.member_pk) AS balance,
        (SELECT ifnull(sum(e.debt_points), 0) FROM points_entry e JOIN person ON id_pk = e.member_pk WHERE person.member_pk = m.member_pk) AS debt
      FROM member m
      EXCEPT SELECT member_pk, purchases, net_minor, first_purchase_date, last_purchase_date, balance_points, debt_points
      FROM member_summary)`,
  'an id that stands for another has no summary of its own': `
    SELECT * FROM member_summary JOIN member USING (member_pk)
    WHERE canonical_pk IS NOT NULL AND (purchases <> 0 OR net_minor <> 0 OR balance_points <> 0 OR debt_points <> 0 OR last_purchase_date IS NOT NULL)`,
  'an id stands for the member at the end of its chain of aliases, who stands for itself': `
    WITH RECURSIVE alias AS (SELECT member_pk, canonical_pk FROM member_alias WHERE undone_at_ms IS NULL),
      chain (id_pk, at_pk) AS (SELECT member_pk, member_pk FROM member
        UNION SELECT id_pk, alias.canonical_pk FROM chain JOIN alias ON alias.member_pk = at_pk)
    SELECT id_pk FROM chain JOIN member ON member.member_pk = id_pk
    WHERE at_pk NOT IN (SELECT member_pk FROM alias) AND at_pk <> ifnull(canonical_pk, id_pk)
    UNION ALL SELECT member.member_pk FROM member JOIN member AS canonical ON canonical.member_pk = member.canonical_pk
    WHERE canonical.canonical_pk IS NOT NULL`,
  'no id owes less than nothing, and each has its own lots': `
    SELECT member_pk FROM points_entry GROUP BY member_pk HAVING sum(debt_points) < 0
    UNION ALL SELECT e.member_pk FROM points_entry e JOIN points_entry opening ON opening.entry_pk = e.lot_pk
    WHERE e.points <> 0 AND e.member_pk <> opening.member_pk`,
  'a summary bears the day of the last visit, and copies of what the list is filtered by': `
    SELECT * FROM (
      SELECT m.member_pk, ifnull(julianday(s.last_purchase_date) - 2440587.5, 0) AS day,
        m.canonical_pk IS NULL AS listed, m.status, m.tier, m.source, m.home_store_pk,
        m.enrolled_at_ms, i.gender,
        iif(json_extract(i.birthday, '$.calendar') = 'lunar', -1, 1) * (json_extract(i.birthday, '$.month') * 100
          + json_extract(i.birthday, '$.day') + 10000 * json_extract(i.birthday, '$.leapMonth')) AS birthday, json_extract(i.birthday, '$.year'),
        i.name IS NOT NULL, i.phone IS NOT NULL, i.email IS NOT NULL,
        (SELECT count(*) > 0 FROM member_card c JOIN member o USING (member_pk)
          WHERE m.member_pk IN (o.member_pk, o.canonical_pk) AND c.state = 'active') AS card,
        (SELECT ifnull(sum(CASE purpose WHEN 'service-messages' THEN 1 WHEN 'marketing-sms' THEN 4 WHEN 'marketing-email' THEN 16 ELSE 64 END
           * (1 + given)), 0) FROM (SELECT purpose, given, max(hlc) FROM consent_event e JOIN member o USING (member_pk)
             WHERE m.member_pk IN (o.member_pk, o.canonical_pk) GROUP BY purpose)) AS consents
      FROM member m JOIN member_summary s USING (member_pk) LEFT JOIN member_identity i USING (member_pk)
      WHERE m.status NOT IN ('erased', 'removed')
      EXCEPT SELECT member_pk, last_visit_day, is_listed, listed_status, listed_tier, listed_source, listed_store_pk, listed_enrolled_at_ms, listed_gender,
        birthday_code, birth_year, has_name, has_phone, has_email, has_card, consents
      FROM member_summary)`,
  'of somebody erased or taken back a summary says nothing': `
    SELECT * FROM member_summary JOIN member USING (member_pk) WHERE member.status IN ('erased', 'removed')
      AND (is_listed OR listed_tier <> 'member' OR listed_enrolled_at_ms OR listed_gender IS NOT NULL OR birthday_code IS NOT NULL OR birth_year IS NOT NULL
        OR has_name OR has_phone OR has_email OR has_card OR consents)`,
  'of each id in a list, or out of it again, the entry with the latest stamp is in force': `
    SELECT * FROM (
      SELECT audience_pk, m.member_pk, is_in, max(hlc) FROM audience_entry e, json_each(e.member_ids) named
        JOIN member m ON m.id = unhex(replace(named.value, '-', '')) GROUP BY 1, 2) AS latest
    FULL JOIN audience_member kept ON kept.audience_pk = latest.audience_pk AND kept.member_pk = latest.member_pk
    WHERE kept.is_in IS NOT latest.is_in`,
  'what is held of a lot is the sum of its entries, and never negative': `
    SELECT * FROM (
      SELECT member_pk, lot_pk, holder_pk, sum(points) AS held FROM points_entry
      GROUP BY member_pk, lot_pk, holder_pk HAVING held <> 0
      EXCEPT SELECT member_pk, lot_pk, holder_pk, held_points FROM lot_holding)
    UNION ALL SELECT * FROM lot_holding WHERE held_points <= 0`,
  'a lot was issued by the one entry that opened it': `
    SELECT * FROM points_lot LEFT JOIN points_entry ON entry_pk = points_lot.lot_pk
    WHERE entry_pk IS NULL OR issued_points <> points OR kind NOT IN ('earn', 'opening', 'adjust', 'gift', 'bonus')`,
  'no more is taken from a lot than was issued': `
    SELECT lot_pk FROM points_entry GROUP BY lot_pk HAVING sum(points) < 0`,
  'the lines of a purchase sum to it': `
    SELECT p.purchase_pk FROM purchase p JOIN purchase_line l USING (purchase_pk) GROUP BY p.purchase_pk
    HAVING sum(l.gross_minor) <> p.gross_minor OR sum(l.discount_minor) <> p.discount_minor
      OR sum(l.net_minor) <> p.net_minor OR sum(l.tax_minor) <> p.tax_minor OR sum(l.points_earned) <> p.points_earned`,
  'the tenders of a purchase sum to what was due': `
    SELECT purchase_pk FROM purchase p
    WHERE net_minor <> (SELECT ifnull(sum(amount_minor), 0) FROM tender t WHERE t.purchase_pk = p.purchase_pk)`,
  'the points of a purchase are in the ledger': `
    SELECT purchase_pk FROM purchase p
    WHERE points_earned <> (SELECT ifnull(sum(points - debt_points), 0) FROM points_entry e
        WHERE e.purchase_pk = p.purchase_pk AND kind IN ('earn', 'repay', 'clawback', 'debt'))
      OR points_redeemed <> (SELECT ifnull(-sum(points), 0) FROM points_entry e
        WHERE e.purchase_pk = p.purchase_pk AND kind IN ('redeem', 'unredeem'))`,
  'a sale is voided exactly when a void names it, and then nothing else came back of it': `
    SELECT sale.purchase_pk FROM purchase sale LEFT JOIN purchase void ON void.original_pk = sale.purchase_pk AND void.entry_kind = 'void'
    WHERE (sale.state = 'voided') <> (void.purchase_pk IS NOT NULL)
    UNION ALL SELECT original_pk FROM purchase WHERE original_pk IS NOT NULL
    GROUP BY original_pk HAVING count(*) > 1 AND max(entry_kind = 'void')`,
  'no more comes back of a line than was sold, in goods, and without offers in money and in points': `
    SELECT sold.purchase_pk, sold.line_no FROM purchase_line sold
    JOIN purchase back ON back.original_pk = sold.purchase_pk
    JOIN purchase_line back_line ON back_line.purchase_pk = back.purchase_pk AND back_line.original_line_no = sold.line_no
    GROUP BY sold.purchase_pk, sold.line_no
    HAVING -sum(back_line.quantity_thousandths) > sold.quantity_thousandths
      OR (sold.purchase_pk NOT IN (SELECT purchase_pk FROM purchase_promotion) AND (-sum(back_line.net_minor) > sold.net_minor
        OR -sum(back_line.tax_minor) > sold.tax_minor OR -sum(back_line.points_earned) > sold.points_earned))`,
  'no more comes back of a sale than was paid, and than was had of its offers': `
    SELECT sale.purchase_pk FROM purchase sale JOIN purchase back ON back.original_pk = sale.purchase_pk GROUP BY sale.purchase_pk
    HAVING -sum(back.net_minor) > sale.net_minor OR -sum(back.tax_minor) > sale.tax_minor OR -sum(back.points_earned) > sale.points_earned
    UNION ALL SELECT had.purchase_pk FROM offer_use had JOIN purchase back ON back.original_pk = had.purchase_pk
    JOIN offer_use given ON given.purchase_pk = back.purchase_pk AND given.offer_pk = had.offer_pk
    GROUP BY had.purchase_pk, had.offer_pk
    HAVING -sum(given.uses) > had.uses OR -sum(given.discount_minor) > had.discount_minor OR -sum(given.points) > had.points`,
  'what is taken off a sale at the till is what its offers took off': `
    SELECT purchase_pk FROM purchase WHERE channel = 'till' AND entry_kind = 'sale'
      AND discount_minor <> (SELECT ifnull(sum(discount_minor), 0) FROM offer_use WHERE offer_use.purchase_pk = purchase.purchase_pk)`,
  'a sale that had offers keeps the rules that they applied by, and no other does': `
    SELECT purchase_pk FROM purchase WHERE entry_kind = 'sale' AND purchase_pk IN (SELECT purchase_pk FROM offer_use)
    EXCEPT SELECT purchase_pk FROM purchase_promotion
    UNION ALL SELECT purchase_pk FROM purchase_promotion WHERE purchase_pk NOT IN (SELECT purchase_pk FROM offer_use)`,
  'the sums of an offer are those of its uses': `
    WITH person AS (SELECT offer_pk, member_pk, sum(uses) AS uses FROM offer_use JOIN purchase USING (purchase_pk)
        WHERE member_pk IS NOT NULL GROUP BY 1, 2)
    SELECT * FROM (SELECT offer_pk, sum(uses), (SELECT count(*) FROM person WHERE person.offer_pk = offer_use.offer_pk AND person.uses > 0),
        sum(discount_minor), sum(points) FROM offer_use GROUP BY offer_pk
      EXCEPT SELECT offer_pk, uses, members, discount_minor, points FROM offer_sum)
    UNION ALL SELECT offer_pk, uses, 0, 0, 0 FROM offer_member_sum AS kept
    WHERE uses <> ifnull((SELECT uses FROM person WHERE person.offer_pk = kept.offer_pk AND person.member_pk = kept.member_pk), 0)
    UNION ALL SELECT offer_pk, uses, members, discount_minor, points FROM offer_sum
    WHERE uses < 0 OR members < 0 OR discount_minor < 0 OR points < 0`,
  'the sums of a kind of coupon are those of its coupons and purchases: issued = open + used + taken back': `
    SELECT * FROM (SELECT kind_pk, count(*), sum(state = 'used'), sum(state = 'taken-back'),
        ifnull((SELECT sum(u.discount_minor) FROM coupon_use u JOIN coupon c USING (coupon_pk) WHERE c.kind_pk = coupon.kind_pk), 0),
        ifnull((SELECT sum(p.net_minor) FROM coupon_use u JOIN coupon c USING (coupon_pk) JOIN purchase p USING (purchase_pk) WHERE c.kind_pk = coupon.kind_pk), 0)
      FROM coupon GROUP BY kind_pk EXCEPT SELECT kind_pk, issued, used, taken_back, cost_minor, sales_minor FROM coupon_sum)
    UNION ALL SELECT kind_pk, issued, used, taken_back, cost_minor, sales_minor FROM coupon_sum WHERE kind_pk NOT IN (SELECT kind_pk FROM coupon)`,
  'a coupon is used by the purchase that took it last and did not give it back, and by no other': `
    SELECT coupon_pk FROM coupon_use GROUP BY coupon_pk HAVING sum(uses) NOT IN (0, 1)
    UNION ALL SELECT coupon_pk FROM coupon WHERE (state = 'used') <> (ifnull((SELECT sum(uses) FROM coupon_use WHERE coupon_use.coupon_pk = coupon.coupon_pk), 0) = 1)
    UNION ALL SELECT coupon_pk FROM coupon WHERE used_pk IS NOT NULL
      AND NOT EXISTS (SELECT * FROM coupon_use u WHERE u.coupon_pk = coupon.coupon_pk AND u.purchase_pk = used_pk AND u.uses = 1)`,
  'a purchase takes one coupon for each offer that it has by one, and none else': `
    SELECT purchase_pk FROM coupon_use WHERE uses = 1 AND NOT EXISTS
      (SELECT * FROM offer_use WHERE offer_use.purchase_pk = coupon_use.purchase_pk AND offer_use.offer_pk = coupon_use.offer_pk AND offer_use.uses = 1)
    UNION ALL SELECT purchase_pk FROM coupon_use GROUP BY purchase_pk, offer_pk HAVING count(*) > 1`,
  'no kind costs more than its budget, nor is issued beyond its limit': `
    SELECT kind_pk FROM coupon_kind JOIN coupon_kind_version USING (kind_pk, version) JOIN coupon_sum USING (kind_pk)
    WHERE cost_minor > terms ->> '$.limits.budgetMinor' OR issued - taken_back > terms ->> '$.limits.issued'`,
  'what came back whole, or was voided, gave back all of its offers': `
    SELECT had.purchase_pk FROM offer_use had JOIN purchase sale USING (purchase_pk)
    WHERE sale.entry_kind = 'sale'
      AND (SELECT sum(quantity_thousandths) FROM purchase_line WHERE purchase_pk = sale.purchase_pk)
        = -(SELECT sum(l.quantity_thousandths) FROM purchase_line l JOIN purchase b USING (purchase_pk) WHERE b.original_pk = sale.purchase_pk)
      AND (had.uses, had.discount_minor, had.points) <> (SELECT -sum(given.uses), -sum(given.discount_minor), -sum(given.points)
        FROM offer_use given JOIN purchase b USING (purchase_pk) WHERE b.original_pk = sale.purchase_pk AND given.offer_pk = had.offer_pk)`,
  'what came back whole came back to the unit': `
    SELECT sale.purchase_pk FROM purchase sale JOIN purchase back ON back.original_pk = sale.purchase_pk
    GROUP BY sale.purchase_pk
    HAVING (SELECT sum(quantity_thousandths) FROM purchase_line WHERE purchase_pk = sale.purchase_pk)
        = -(SELECT sum(l.quantity_thousandths) FROM purchase_line l JOIN purchase b USING (purchase_pk) WHERE b.original_pk = sale.purchase_pk)
      AND (sum(back.net_minor) <> -sale.net_minor OR sum(back.tax_minor) <> -sale.tax_minor
        OR sum(back.points_earned) <> -sale.points_earned OR sum(back.points_redeemed) <> -sale.points_redeemed)`,
  'receipt numbers have no gap and none is taken twice': `
    SELECT till_pk FROM purchase JOIN till USING (till_pk) WHERE purchase.receipt_counter > 0 GROUP BY till_pk
    HAVING count(DISTINCT purchase.receipt_counter) <> count(*) OR max(purchase.receipt_counter) <> count(*)
      OR till.receipt_counter <> count(*)`,
  'the stock is the sum of what was received, counted, adjusted, sold and taken back': `
    SELECT * FROM (
      SELECT store_pk, product_pk, sum(change) AS level FROM (
        SELECT store_pk, product_pk, -quantity_thousandths * (channel <> 'import') AS change
        FROM purchase_line JOIN purchase USING (purchase_pk) WHERE product_pk IS NOT NULL
        UNION ALL SELECT store_pk, product_pk, change_thousandths FROM stock_document_line JOIN stock_document USING (document_pk))
      GROUP BY store_pk, product_pk) AS ledger
    FULL JOIN stock_level USING (store_pk, product_pk) WHERE level IS NOT on_hand_thousandths`,
  'what a day sold is the sum of its lines': `
    SELECT * FROM (
      SELECT store_pk, business_date, product_pk, sum(quantity_thousandths) AS sold
      FROM purchase_line JOIN purchase USING (purchase_pk) WHERE product_pk IS NOT NULL GROUP BY 1, 2, 3) AS lines
    FULL JOIN stock_day USING (store_pk, business_date, product_pk) WHERE sold IS NOT sold_thousandths`,
  'a product was last received, sold and counted when its newest standing fact says': `
    SELECT product_pk FROM stock_level
    WHERE last_sale_at_ms IS NOT (SELECT occurred_at_ms FROM purchase_line JOIN purchase USING (purchase_pk)
        WHERE purchase_line.product_pk = stock_level.product_pk AND entry_kind = 'sale' AND state = 'completed'
        ORDER BY purchase_pk DESC LIMIT 1)
      OR last_receipt_at_ms IS NOT (SELECT max(occurred_at_ms) FROM stock_document_line l JOIN stock_document d USING (document_pk)
        WHERE l.product_pk = stock_level.product_pk AND kind = 'receipt' AND reverses_pk IS NULL
          AND d.document_pk NOT IN (SELECT reverses_pk FROM stock_document WHERE reverses_pk IS NOT NULL))
      OR last_count_at_ms IS NOT (SELECT max(at_ms) FROM stock_document_line l
        WHERE l.product_pk = stock_level.product_pk AND counted_thousandths IS NOT NULL)`,
  'a member’s tier is looked at again when the latest change says': `
    SELECT tier_change.member_pk FROM tier_change LEFT JOIN tier_standing USING (member_pk)
    GROUP BY tier_change.member_pk HAVING max(tier_standing.change_pk) IS NOT max(tier_change.change_pk)
    UNION ALL SELECT tier_standing.member_pk FROM tier_standing JOIN tier_change USING (change_pk)
    WHERE tier_standing.review_on IS NOT tier_change.review_on`,
  'a sale changes a tier once': `
    SELECT purchase_pk FROM tier_change WHERE purchase_pk IS NOT NULL GROUP BY purchase_pk HAVING count(*) > 1`,
  'a request stands where its latest mark left it': `
    SELECT request_pk FROM product_request
    WHERE mark_pk IS NOT (SELECT max(mark_pk) FROM request_marked WHERE request_marked.request_pk = product_request.request_pk)`,
  'the log has no gap, and its stamps only grow': `
    SELECT seq FROM (SELECT seq, hlc, lag(hlc, 1, '') OVER (ORDER BY seq) AS before, row_number() OVER (ORDER BY change_pk) AS position FROM change_log)
    WHERE seq <> position OR hlc <= before`,
};

/** Holds a store against every law of its data. */
export function expectLaws(db: ReadDb): void {
  expect(ledgerFaults.all(db, {})).toEqual([]);
  for (const [law, breaches] of Object.entries(BREACHES))
    expect(db.raw.prepare(breaches).all() as Row[], law).toEqual([]);
  expect(db.raw.pragma('foreign_key_check')).toEqual([]);
  expectSoundLog(db);
}

export function expectSoundLog(db: ReadDb): void {
  const changes = changesInOrder.all(db, {});
  expect(findChainFault(changes, nodeDigest)).toBeNull();
  const state = syncState.get(db, {});
  expect(state?.lastSeq).toBe(changes.length);
  expect(Buffer.from(state?.chainHead ?? [])).toEqual(Buffer.from(changes.at(-1)?.chain ?? []));
}
