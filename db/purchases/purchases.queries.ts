import { POINTS_ENTRY_KINDS } from '../../shared/points/ledger.ts';
import { ENTRY_KINDS } from '../../shared/purchases/purchase.fact.ts';
import { TENDER_KINDS } from '../../shared/purchases/tender.ts';
import { id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';
import { SAME_PERSON } from '../members/same-person.ts';

const ENTRY_KIND = oneOf(ENTRY_KINDS);
const STATE = oneOf(['completed', 'voided']);

export const purchaseById = defineQuery({
  name: 'purchases.by-id',
  sql: `SELECT purchase.purchase_pk AS purchasePk, purchase.id AS purchaseId, receipt_number AS receiptNumber, entry_kind AS entryKind, state,
          store.name AS storeName, till.code AS tillCode, staff.name AS staffName,
          api_key.name AS apiKeyName, member.id AS memberId, purchase.currency,
          business_date AS businessDate, occurred_at_ms AS occurredAtMs, gross_minor AS grossMinor, discount_minor AS discountMinor,
          net_minor AS netMinor, tax_minor AS taxMinor, points_earned AS pointsEarned, points_redeemed AS pointsRedeemed,
          balance_after AS balanceAfter
        FROM purchase JOIN store USING (store_pk) JOIN till USING (till_pk)
        LEFT JOIN staff ON staff.staff_pk = purchase.staff_pk LEFT JOIN api_key USING (api_key_pk) LEFT JOIN member USING (member_pk)
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
    apiKeyName: nullable(text),
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

/** Whether an id is taken: asked first in every sale, return and void. */
export const purchaseKnown = defineQuery({
  name: 'purchases.known',
  sql: 'SELECT id AS purchaseId FROM purchase WHERE id = @purchaseId',
  params: { purchaseId: id('purchase') },
  row: { purchaseId: id('purchase') },
});

export const linesOf = defineQuery({
  name: 'purchases.lines',
  sql: `SELECT product.id AS productId, purchase_line.sku, purchase_line.name, barcode, purchase_line.unit, quantity_thousandths AS quantityThousandths,
          unit_price_minor AS unitPriceMinor, override_list_price_minor AS listPriceMinor, gross_minor AS grossMinor, discount_minor AS discountMinor, net_minor AS netMinor,
          purchase_line.tax_rate_bp AS taxRateBp, tax_minor AS taxMinor, points_earned AS pointsEarned,
          original_line_no AS originalLineNo
        FROM purchase_line LEFT JOIN product USING (product_pk) WHERE purchase_pk = @purchasePk ORDER BY line_no`,
  params: { purchasePk: integer },
  row: {
    productId: nullable(id('product')),
    sku: text,
    name: text,
    barcode: nullable(text),
    unit: oneOf(['piece', 'kg']),
    quantityThousandths: integer,
    unitPriceMinor: integer,
    listPriceMinor: nullable(integer),
    grossMinor: integer,
    discountMinor: integer,
    netMinor: integer,
    taxRateBp: integer,
    taxMinor: integer,
    pointsEarned: integer,
    originalLineNo: nullable(integer),
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

const PURCHASE_ROW = `purchase.id AS purchaseId, receipt_number AS receiptNumber, entry_kind AS entryKind, state, business_date AS businessDate,
          occurred_at_ms AS occurredAtMs, net_minor AS netMinor, points_earned AS pointsEarned, points_redeemed AS pointsRedeemed,
          (SELECT count(*) FROM purchase_line WHERE purchase_line.purchase_pk = purchase.purchase_pk) AS lineCount,
          (SELECT purchase_line.name FROM purchase_line WHERE purchase_line.purchase_pk = purchase.purchase_pk ORDER BY line_no LIMIT 1) AS firstLine`;
const purchaseRow = {
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
};

/** A member's purchases in the order of their stamps, newest first: a clock that was set back moves none. */
export const purchasesOfMember = defineQuery({
  name: 'purchases.of-member',
  sql: `SELECT ${PURCHASE_ROW}, hlc AS at, staff.name AS staffName, api_key.name AS apiKeyName
        FROM purchase LEFT JOIN staff USING (staff_pk) LEFT JOIN api_key USING (api_key_pk)
        WHERE member_pk IN ${SAME_PERSON}
          AND hlc < @before ORDER BY hlc DESC LIMIT @limit`,
  params: { memberId: id('member'), before: text, limit: integer },
  row: { ...purchaseRow, at: text, staffName: nullable(text), apiKeyName: nullable(text) },
});

/** Net sales and points earned by business month, oldest first; the last 24 months that have any. */
export const monthsOfMember = defineQuery({
  name: 'purchases.months-of-member',
  sql: `SELECT month, netMinor, pointsEarned FROM (
          SELECT substr(business_date, 1, 7) AS month, sum(net_minor) AS netMinor, sum(points_earned) AS pointsEarned
          FROM purchase WHERE member_pk IN ${SAME_PERSON}
          GROUP BY month ORDER BY month DESC LIMIT 24)
        ORDER BY month`,
  params: { memberId: id('member') },
  row: { month: text, netMinor: integer, pointsEarned: integer },
});

export const purchaseByReceipt = defineQuery({
  name: 'purchases.by-receipt',
  sql: `SELECT purchase.id AS purchaseId FROM purchase
        WHERE till_pk IN (SELECT till_pk FROM till) AND receipt_number = @receiptNumber AND entry_kind IN ('sale', 'return')
        LIMIT 1`,
  params: { receiptNumber: text },
  row: { purchaseId: id('purchase') },
});

/** What a till gave a slip of this number for: a sale or a return. A void bears the number of its sale. */
export const slipByNumber = defineQuery({
  name: 'purchases.slip-by-number',
  sql: `SELECT id AS purchaseId, entry_kind AS entryKind FROM purchase
        WHERE till_pk = (SELECT till_pk FROM till WHERE id = @tillId) AND receipt_number = @receiptNumber AND entry_kind <> 'void'`,
  params: { tillId: id('till'), receiptNumber: text },
  row: { purchaseId: id('purchase'), entryKind: ENTRY_KIND },
});

export const recentPurchases = defineQuery({
  name: 'purchases.recent',
  sql: `SELECT ${PURCHASE_ROW} FROM purchase WHERE till_pk = (SELECT till_pk FROM till WHERE id = @tillId)
        ORDER BY purchase_pk DESC LIMIT @limit`,
  params: { tillId: id('till'), limit: integer },
  row: purchaseRow,
});

/** The sale that a return goes back to, whole. */
export const saleToReturn = defineQuery({
  name: 'purchases.to-return',
  sql: `SELECT purchase_pk AS purchasePk, purchase.id AS purchaseId, receipt_number AS receiptNumber, member.id AS memberId, member_pk AS memberPk,
          business_date AS businessDate, occurred_at_ms AS occurredAtMs, net_minor AS netMinor, points_paid_minor AS pointsPaidMinor,
          points_redeemed AS pointsRedeemed, programme_version AS programmeVersion, entry_kind AS entryKind, state,
          till.id AS tillId, store.id AS storeId, purchase.zone, tax_minor AS taxMinor, points_earned AS pointsEarned,
          (SELECT ifnull(-sum(back.points_redeemed), 0) FROM purchase back WHERE back.original_pk = purchase.purchase_pk) AS pointsGivenBack
        FROM purchase JOIN till USING (till_pk) JOIN store ON store.store_pk = purchase.store_pk LEFT JOIN member USING (member_pk)
        WHERE purchase.id = @purchaseId`,
  params: { purchaseId: id('purchase') },
  row: {
    purchasePk: integer,
    purchaseId: id('purchase'),
    receiptNumber: text,
    memberId: nullable(id('member')),
    memberPk: nullable(integer),
    businessDate: text,
    occurredAtMs: integer,
    netMinor: integer,
    pointsPaidMinor: integer,
    pointsRedeemed: integer,
    programmeVersion: nullable(integer),
    entryKind: ENTRY_KIND,
    state: STATE,
    tillId: id('till'),
    storeId: id('store'),
    zone: text,
    taxMinor: integer,
    pointsEarned: integer,
    pointsGivenBack: integer,
  },
});

/** What returns of a sale have given back; figures ≥ 0. */
export const figuresGivenBack = defineQuery({
  name: 'purchases.given-back',
  sql: `SELECT ifnull(-sum(net_minor), 0) AS netMinor, ifnull(-sum(tax_minor), 0) AS taxMinor, ifnull(-sum(points_earned), 0) AS pointsEarned
        FROM purchase WHERE original_pk = @purchasePk`,
  params: { purchasePk: integer },
  row: { netMinor: integer, taxMinor: integer, pointsEarned: integer },
});

/** The lines of a sale as the fact holds them, with what of each came back. */
export const linesToReturn = defineQuery({
  name: 'purchases.lines-to-return',
  sql: `SELECT product.id AS productId, purchase_line.sku, purchase_line.name, barcode, purchase_line.unit,
          quantity_thousandths AS quantityThousandths, unit_price_minor AS unitPriceMinor, gross_minor AS grossMinor,
          discount_minor AS discountMinor, net_minor AS netMinor, purchase_line.tax_rate_bp AS taxRateBp, tax_minor AS taxMinor,
          purchase_line.cost_minor AS costMinor, points_earned AS pointsEarned,
          (SELECT ifnull(-sum(back.quantity_thousandths), 0) FROM purchase AS return_of JOIN purchase_line AS back USING (purchase_pk)
           WHERE return_of.original_pk = purchase_line.purchase_pk AND back.original_line_no = purchase_line.line_no) AS returnedThousandths
        FROM purchase_line LEFT JOIN product USING (product_pk) WHERE purchase_pk = @purchasePk ORDER BY line_no`,
  params: { purchasePk: integer },
  row: {
    productId: nullable(id('product')),
    sku: text,
    name: text,
    barcode: nullable(text),
    unit: oneOf(['piece', 'kg']),
    quantityThousandths: integer,
    unitPriceMinor: integer,
    grossMinor: integer,
    discountMinor: integer,
    netMinor: integer,
    taxRateBp: integer,
    taxMinor: integer,
    costMinor: nullable(integer),
    pointsEarned: integer,
    returnedThousandths: integer,
  },
});

/**
 * What a purchase did to the lots of its member, among what was recorded of the member since; and to the lots of ids that
 * were the same person when it was made.
 */
export const entriesOfPurchase = defineQuery({
  name: 'points.of-purchase',
  sql: `SELECT entry.kind, opening.id AS lotId, owner.id AS ownerId, entry.points, ifnull(held_points, 0) AS heldPoints
        FROM (SELECT * FROM points_entry WHERE member_pk = @memberPk AND purchase_pk = @purchasePk
                AND hlc > (SELECT hlc FROM purchase WHERE purchase_pk = @purchasePk)
              UNION ALL SELECT * FROM points_entry WHERE purchase_pk = @purchasePk AND asked_pk IS NOT NULL) AS entry
        JOIN points_entry AS opening ON opening.entry_pk = entry.lot_pk
        JOIN member AS owner ON owner.member_pk = entry.member_pk
        LEFT JOIN lot_holding ON lot_holding.member_pk = entry.member_pk AND lot_holding.lot_pk = entry.lot_pk
          AND lot_holding.holder_pk = entry.holder_pk
        ORDER BY entry.entry_pk`,
  params: { memberPk: integer, purchasePk: integer },
  row: {
    kind: oneOf(POINTS_ENTRY_KINDS),
    lotId: id('lot'),
    ownerId: id('member'),
    points: integer,
    heldPoints: integer,
  },
});

/** The newest sale of a till. Goods that came back since, of other sales, leave it the last one. */
export const lastSaleOfTill = defineQuery({
  name: 'purchases.last-sale-of-till',
  sql: `SELECT id AS purchaseId FROM purchase
        WHERE till_pk = (SELECT till_pk FROM till WHERE id = @tillId) AND entry_kind = 'sale'
        ORDER BY purchase_pk DESC LIMIT 1`,
  params: { tillId: id('till') },
  row: { purchaseId: id('purchase') },
});

export const originalOf = defineQuery({
  name: 'purchases.original',
  sql: `SELECT original.id AS originalId, original.receipt_number AS receiptNumber
        FROM purchase JOIN purchase AS original ON original.purchase_pk = purchase.original_pk WHERE purchase.id = @purchaseId`,
  params: { purchaseId: id('purchase') },
  row: { originalId: id('purchase'), receiptNumber: text },
});

export const newestPurchasePk = defineQuery({
  name: 'purchases.newest-pk',
  sql: 'SELECT ifnull(max(purchase_pk), 0) AS purchasePk FROM purchase',
  params: {},
  row: { purchasePk: integer },
});
