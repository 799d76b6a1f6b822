import type { Id } from '../kernel/id.ts';
import { businessDate } from '../kernel/instant.ts';
import { minus } from '../kernel/minus.ts';
import { done, type Outcome, type Refusal, refuse } from '../kernel/outcome.ts';
import { doerIds } from '../staff/doer.ts';
import { type ProductSnapshot, priceLine, totalsOf } from './price.ts';
import type { PurchaseFact } from './purchase.fact.ts';
import { nextReceipt } from './receipt-number.ts';
import type { Refund, ReturnSnapshot } from './return.ts';

/** Decides a return without a receipt: goods at prices that were agreed, no member, no points. */
export function decideReturnWithoutReceipt(
  snapshot: Pick<ReturnSnapshot, 'till' | 'day' | 'by' | 'shiftId'>,
  command: {
    readonly returnId: Id<'purchase'>;
    readonly lines: readonly {
      readonly product: ProductSnapshot;
      readonly quantityThousandths: number;
      readonly unitPriceMinor: number;
    }[];
    readonly refunds: readonly Refund[];
    readonly reason: string;
    readonly approvedById: Id<'staff'>;
  },
  nowMs: number,
): Outcome<PurchaseFact, Refusal<'refund-differs'>> {
  const { till, day } = snapshot;
  const priced = command.lines.map(({ product, quantityThousandths, unitPriceMinor }) =>
    priceLine(product, quantityThousandths, { unitPriceMinor, reason: command.reason }),
  );
  const totals = totalsOf(priced);
  const refundedMinor = command.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0);
  if (refundedMinor !== totals.netMinor) return refuse('refund-differs', { payOutMinor: totals.netMinor });
  return done({
    id: command.returnId,
    entryKind: 'return',
    storeId: till.storeId,
    tillId: till.tillId,
    ...nextReceipt(till),
    memberId: null,
    ...doerIds(snapshot.by),
    channel: 'till',
    currency: till.currency,
    zone: day.zone,
    cutoverMinutes: day.cutoverMinutes,
    businessDate: businessDate(nowMs, day),
    occurredAtMs: nowMs,
    grossMinor: minus(totals.grossMinor),
    discountMinor: 0,
    netMinor: minus(totals.netMinor),
    taxMinor: minus(totals.taxMinor),
    pointsPaidMinor: 0,
    pointsEarned: 0,
    pointsRedeemed: 0,
    programmeVersion: null,
    originalId: null,
    shiftId: snapshot.shiftId,
    importId: null,
    lines: priced.map((line) => ({
      productId: line.product.productId,
      sku: line.product.sku,
      name: line.product.name,
      barcode: line.product.barcode,
      unit: line.product.unit,
      quantityThousandths: minus(line.quantityThousandths),
      unitPriceMinor: line.unitPriceMinor,
      override: { listPriceMinor: line.product.priceMinor, reason: command.reason, byId: command.approvedById },
      grossMinor: minus(line.grossMinor),
      discountMinor: 0,
      netMinor: minus(line.netMinor),
      taxRateBp: line.product.taxRateBp,
      taxMinor: minus(line.taxMinor),
      costMinor: line.product.costMinor,
      pointsEarned: 0,
      originalLineNo: null,
    })),
    tenders: command.refunds.map((refund) => ({
      ...refund,
      amountMinor: minus(refund.amountMinor),
      changeMinor: 0,
      points: null,
    })),
  });
}
