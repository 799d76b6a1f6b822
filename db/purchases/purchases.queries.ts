import { ENTRY_KINDS } from '../../shared/purchases/purchase.fact.ts';
import { TENDER_KINDS } from '../../shared/purchases/tender.ts';
import { id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';

const ENTRY_KIND = oneOf(ENTRY_KINDS);
const STATE = oneOf(['completed', 'voided']);

export const purchaseById = defineQuery({
  name: 'purchases.by-id',
  sql: `SELECT purchase.purchase_pk AS purchasePk, purchase.id AS purchaseId, receipt_number AS receiptNumber, entry_kind AS entryKind, state,
          store.name AS storeName, till.code AS tillCode, staff.name AS staffName, member.id AS memberId, purchase.currency,
          business_date AS businessDate, occurred_at_ms AS occurredAtMs, gross_minor AS grossMinor, discount_minor AS discountMinor,
          net_minor AS netMinor, tax_minor AS taxMinor, points_earned AS pointsEarned, points_redeemed AS pointsRedeemed,
          balance_after AS balanceAfter
        FROM purchase JOIN store USING (store_pk) JOIN till USING (till_pk)
        LEFT JOIN staff ON staff.staff_pk = purchase.staff_pk LEFT JOIN member USING (member_pk)
        WHERE purchase.id = @purchaseId`,
  params: { purchaseId: id('purchase') },
  row: {
    purchasePk: integer,
    purchaseId: id('purchase'),
    receiptNumber: text,
    entryKind: ENTRY_KIND,
    state: STATE,
    storeName: text,
    tillCode: text,
    staffName: nullable(text),
    memberId: nullable(id('member')),
    currency: text,
    businessDate: text,
    occurredAtMs: integer,
    grossMinor: integer,
    discountMinor: integer,
    netMinor: integer,
    taxMinor: integer,
    pointsEarned: integer,
    pointsRedeemed: integer,
    balanceAfter: nullable(integer),
  },
});

export const linesOf = defineQuery({
  name: 'purchases.lines',
  sql: `SELECT product.id AS productId, purchase_line.sku, purchase_line.name, purchase_line.unit, quantity_thousandths AS quantityThousandths,
          unit_price_minor AS unitPriceMinor, gross_minor AS grossMinor, discount_minor AS discountMinor, net_minor AS netMinor,
          purchase_line.tax_rate_bp AS taxRateBp, tax_minor AS taxMinor, points_earned AS pointsEarned
        FROM purchase_line LEFT JOIN product USING (product_pk) WHERE purchase_pk = @purchasePk ORDER BY line_no`,
  params: { purchasePk: integer },
  row: {
    productId: nullable(id('product')),
    sku: text,
    name: text,
    unit: oneOf(['piece', 'kg']),
    quantityThousandths: integer,
    unitPriceMinor: integer,
    grossMinor: integer,
    discountMinor: integer,
    netMinor: integer,
    taxRateBp: integer,
    taxMinor: integer,
    pointsEarned: integer,
  },
});

export const tendersOf = defineQuery({
  name: 'purchases.tenders',
  sql: `SELECT kind, amount_minor AS amountMinor, change_minor AS changeMinor, points, reference
        FROM tender WHERE purchase_pk = @purchasePk ORDER BY tender_no`,
  params: { purchasePk: integer },
  row: {
    kind: oneOf(TENDER_KINDS),
    amountMinor: integer,
    changeMinor: integer,
    points: nullable(integer),
    reference: nullable(text),
  },
});

export const purchasesOfMember = defineQuery({
  name: 'purchases.of-member',
  sql: `SELECT purchase.id AS purchaseId, receipt_number AS receiptNumber, entry_kind AS entryKind, state, business_date AS businessDate,
          occurred_at_ms AS occurredAtMs, net_minor AS netMinor, points_earned AS pointsEarned, points_redeemed AS pointsRedeemed,
          (SELECT count(*) FROM purchase_line WHERE purchase_line.purchase_pk = purchase.purchase_pk) AS lineCount,
          (SELECT name FROM purchase_line WHERE purchase_line.purchase_pk = purchase.purchase_pk ORDER BY line_no LIMIT 1) AS firstLine
        FROM purchase
        WHERE member_pk = (SELECT member_pk FROM member WHERE id = @memberId)
          AND (occurred_at_ms, purchase_pk) < (@beforeMs, ifnull((SELECT purchase_pk FROM purchase WHERE id = @beforeId), 9223372036854775807))
        ORDER BY occurred_at_ms DESC, purchase_pk DESC LIMIT @limit`,
  params: { memberId: id('member'), beforeMs: integer, beforeId: nullable(id('purchase')), limit: integer },
  row: {
    purchaseId: id('purchase'),
    receiptNumber: text,
    entryKind: ENTRY_KIND,
    state: STATE,
    businessDate: text,
    occurredAtMs: integer,
    netMinor: integer,
    pointsEarned: integer,
    pointsRedeemed: integer,
    lineCount: integer,
    firstLine: nullable(text),
  },
});

/** Net sales and points earned by business month, oldest first; the last 24 months that have any. */
export const monthsOfMember = defineQuery({
  name: 'purchases.months-of-member',
  sql: `SELECT month, netMinor, pointsEarned FROM (
          SELECT substr(business_date, 1, 7) AS month, sum(net_minor) AS netMinor, sum(points_earned) AS pointsEarned
          FROM purchase WHERE member_pk = (SELECT member_pk FROM member WHERE id = @memberId)
          GROUP BY month ORDER BY month DESC LIMIT 24)
        ORDER BY month`,
  params: { memberId: id('member') },
  row: { month: text, netMinor: integer, pointsEarned: integer },
});
