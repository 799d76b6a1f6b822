import { dayNumber } from '../../shared/kernel/instant.ts';
import type { PurchaseFact } from '../../shared/purchases/purchase.fact.ts';
import { countForAutomations } from '../automations/write-automations.ts';
import { countForCampaigns } from '../campaigns/count-for-campaigns.ts';
import type { Origin } from '../changes/origin.ts';
import { writeCouponUses } from '../coupons/write-coupons.ts';
import { id, integer, nullable, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';
import { reckonSummary } from '../members/reckon-summary.ts';
import { CANONICAL_PK } from '../members/same-person.ts';
import { writePromotion } from '../offers/write-promotion.ts';
import { movePurchasedStock, reckonLastSales } from '../stock/write-stock.ts';

const putPurchase = defineWrite({
  name: 'purchases.put',
  sql: `INSERT INTO purchase (id, entry_kind, state, store_pk, till_pk, receipt_number, receipt_counter, member_pk, staff_pk, api_key_pk, channel,
          currency, zone, cutover_minutes, business_date, occurred_at_ms, hlc, gross_minor, discount_minor, net_minor, tax_minor,
          points_paid_minor, points_earned, points_redeemed, balance_after, programme_version, original_pk, shift_pk, import_id)
        VALUES (@id, @entryKind, 'completed', (SELECT store_pk FROM store WHERE id = @storeId), (SELECT till_pk FROM till WHERE id = @tillId),
          @receiptNumber, @receiptCounter, (SELECT member_pk FROM member WHERE id = @memberId), (SELECT staff_pk FROM staff WHERE id = @staffId),
          (SELECT api_key_pk FROM api_key WHERE id = @apiKeyId), @channel, @currency, @zone, @cutoverMinutes, @businessDate, @occurredAtMs, @hlc, @grossMinor, @discountMinor, @netMinor, @taxMinor,
          @pointsPaidMinor, @pointsEarned, @pointsRedeemed,
          (SELECT balance_points + @pointsEarned - @pointsRedeemed FROM member_summary
           WHERE member_pk = ${CANONICAL_PK}), @programmeVersion, (SELECT purchase_pk FROM purchase WHERE id = @originalId),
          (SELECT shift_pk FROM shift WHERE id = @shiftId), @importId)`,
  params: {
    id: id('purchase'),
    entryKind: text,
    storeId: id('store'),
    tillId: id('till'),
    receiptNumber: text,
    receiptCounter: integer,
    memberId: nullable(id('member')),
    staffId: nullable(id('staff')),
    apiKeyId: nullable(id('api-key')),
    channel: text,
    currency: text,
    zone: text,
    cutoverMinutes: integer,
    businessDate: text,
    occurredAtMs: integer,
    hlc: text,
    grossMinor: integer,
    discountMinor: integer,
    netMinor: integer,
    taxMinor: integer,
    pointsPaidMinor: integer,
    pointsEarned: integer,
    pointsRedeemed: integer,
    programmeVersion: nullable(integer),
    originalId: nullable(id('purchase')),
    shiftId: nullable(id('shift')),
    importId: nullable(id('import')),
  },
});

const putLine = defineWrite({
  name: 'purchases.put-line',
  sql: `INSERT INTO purchase_line (purchase_pk, line_no, product_pk, sku, name, barcode, unit, quantity_thousandths, unit_price_minor,
          override_list_price_minor, override_reason, override_by_pk, gross_minor, discount_minor, net_minor, tax_rate_bp, tax_minor,
          cost_minor, points_earned, original_line_no)
        VALUES (@purchasePk, @lineNo, (SELECT product_pk FROM product WHERE id = @productId),
          @sku, @name, @barcode, @unit, @quantityThousandths, @unitPriceMinor, @overrideListPriceMinor, @overrideReason,
          (SELECT staff_pk FROM staff WHERE id = @overrideById), @grossMinor, @discountMinor, @netMinor, @taxRateBp, @taxMinor,
          @costMinor, @pointsEarned, @originalLineNo)`,
  params: {
    purchasePk: integer,
    lineNo: integer,
    productId: nullable(id('product')),
    sku: text,
    name: text,
    barcode: nullable(text),
    unit: text,
    quantityThousandths: integer,
    unitPriceMinor: integer,
    overrideListPriceMinor: nullable(integer),
    overrideReason: nullable(text),
    overrideById: nullable(id('staff')),
    grossMinor: integer,
    discountMinor: integer,
    netMinor: integer,
    taxRateBp: integer,
    taxMinor: integer,
    costMinor: nullable(integer),
    pointsEarned: integer,
    originalLineNo: nullable(integer),
  },
});

const putTender = defineWrite({
  name: 'purchases.put-tender',
  sql: `INSERT INTO tender (purchase_pk, tender_no, kind, amount_minor, change_minor, points, reference)
        VALUES (@purchasePk, @tenderNo, @kind, @amountMinor, @changeMinor, @points, @reference)`,
  params: {
    purchasePk: integer,
    tenderNo: integer,
    kind: text,
    amountMinor: integer,
    changeMinor: integer,
    points: nullable(integer),
    reference: nullable(text),
  },
});

const takeReceiptNumber = defineWrite({
  name: 'tills.take-receipt-number',
  sql: `UPDATE till SET receipt_counter = max(receipt_counter, @receiptCounter),
          last_used_at_ms = max(ifnull(last_used_at_ms, @occurredAtMs), @occurredAtMs) WHERE id = @tillId`,
  params: { tillId: id('till'), receiptCounter: integer, occurredAtMs: integer },
});

const addToSummary = defineWrite({
  name: 'member-summary.add-purchase',
  sql: `UPDATE member_summary SET
          purchases = purchases + @purchases,
          net_minor = net_minor + @netMinor,
          first_purchase_date = CASE WHEN @purchases < 1 THEN first_purchase_date
            ELSE min(ifnull(first_purchase_date, @businessDate), @businessDate) END,
          last_purchase_date = CASE WHEN @purchases < 1 THEN last_purchase_date
            ELSE max(ifnull(last_purchase_date, @businessDate), @businessDate) END,
          last_visit_day = CASE WHEN @purchases < 1 THEN last_visit_day ELSE max(last_visit_day, @businessDay) END
        WHERE member_pk = ${CANONICAL_PK}`,
  params: { memberId: id('member'), purchases: integer, netMinor: integer, businessDate: text, businessDay: integer },
});

const markVoided = defineWrite({
  name: 'purchases.mark-voided',
  sql: `UPDATE purchase SET state = 'voided' WHERE id = @originalId`,
  params: { originalId: nullable(id('purchase')) },
});

const summaryOf = defineQuery({
  name: 'member-summary.key',
  sql: `SELECT ${CANONICAL_PK} AS memberPk`,
  params: { memberId: id('member') },
  row: { memberPk: integer },
});

/** Writes a purchase with its lines and tenders, takes its receipt number, counts its offers, takes its coupons, moves the stock and keeps the member's summary. */
export function writePurchase(db: WriteDb, fact: PurchaseFact, { hlc }: Origin): void {
  const purchasePk = putPurchase.insert(db, { ...fact, hlc });
  for (const [index, line] of fact.lines.entries())
    putLine.run(db, {
      ...line,
      purchasePk,
      lineNo: index + 1,
      overrideListPriceMinor: line.override?.listPriceMinor ?? null,
      overrideReason: line.override?.reason ?? null,
      overrideById: line.override?.byId ?? null,
    });
  for (const [index, tender] of fact.tenders.entries())
    putTender.run(db, { ...tender, purchasePk, tenderNo: index + 1 });
  writePromotion(db, purchasePk, fact);
  countForCampaigns(db, purchasePk, fact);
  countForAutomations(db, purchasePk, fact);
  writeCouponUses(db, purchasePk, fact);
  movePurchasedStock(db, purchasePk, fact);
  takeReceiptNumber.run(db, fact);
  if (fact.entryKind === 'void') {
    markVoided.run(db, fact);
    reckonLastSales(db, purchasePk, fact.storeId);
    // The first and last dates are those of the sales that stand.
    const summary = fact.memberId && summaryOf.get(db, { memberId: fact.memberId });
    if (summary) reckonSummary.run(db, summary);
  } else if (fact.memberId)
    addToSummary.run(db, {
      memberId: fact.memberId,
      purchases: fact.entryKind === 'sale' ? 1 : 0,
      netMinor: fact.netMinor,
      businessDate: fact.businessDate,
      businessDay: dayNumber(fact.businessDate),
    });
}
