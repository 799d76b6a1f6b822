import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { TENDER_KINDS } from '../purchases/tender.ts';
import { dateText, instantMs, minor, nonNegativeMinor, points, quantityThousandths, words } from './fields.ts';
import { mutation, query } from './procedure.ts';
import { UNITS } from './products.contract.ts';

const basketLine = z.object({ productId: idOf('product'), quantityThousandths });
const basket = z.object({
  memberId: idOf('member').nullable(),
  lines: z.array(basketLine).max(500),
  pointsToRedeem: points.default(0),
});

const pricedLine = z.object({
  productId: idOf('product').nullable(),
  sku: z.string(),
  name: z.string(),
  unit: z.enum(UNITS),
  quantityThousandths: z.int(),
  unitPriceMinor: minor,
  grossMinor: minor,
  discountMinor: minor,
  netMinor: minor,
  taxRateBp: z.int(),
  taxMinor: minor,
  pointsEarned: z.int(),
});

const quote = z.object({
  lines: z.array(pricedLine),
  grossMinor: minor,
  discountMinor: minor,
  netMinor: minor,
  taxMinor: minor,
  /** What the redeemed points pay, and what is left to pay by other tenders. */
  pointsPaidMinor: nonNegativeMinor,
  toPayMinor: nonNegativeMinor,
  pointsToEarn: points,
  /** The most points that this basket and this member allow, a whole number of steps. */
  maxRedeemablePoints: points,
  redeemStepPoints: z.int().min(1),
  redeemStepMinor: z.int().min(1),
});

const tenderInput = z.object({
  kind: z.enum(TENDER_KINDS).exclude(['points']),
  /** What the customer hands over; for cash it may exceed what is due. */
  amountMinor: nonNegativeMinor.min(1),
  reference: words(64).nullable().default(null),
});

const receipt = z.object({
  purchaseId: idOf('purchase'),
  receiptNumber: z.string(),
  entryKind: z.enum(['sale', 'return', 'void']),
  state: z.enum(['completed', 'voided']),
  storeName: z.string(),
  tillCode: z.string(),
  staffName: z.string().nullable(),
  member: z
    .object({ memberId: idOf('member'), name: z.string().nullable(), phoneMasked: z.string().nullable() })
    .nullable(),
  currency: z.string(),
  businessDate: dateText,
  occurredAtMs: instantMs,
  lines: z.array(pricedLine),
  grossMinor: minor,
  discountMinor: minor,
  netMinor: minor,
  taxMinor: minor,
  tenders: z.array(
    z.object({
      kind: z.enum(TENDER_KINDS),
      amountMinor: minor,
      changeMinor: minor,
      points: z.int().nullable(),
      reference: z.string().nullable(),
    }),
  ),
  pointsEarned: z.int(),
  pointsRedeemed: z.int(),
  /** The member's points right after this purchase; null for no member. */
  balanceAfter: z.int().nullable(),
});

const purchaseRow = z.object({
  purchaseId: idOf('purchase'),
  receiptNumber: z.string(),
  entryKind: z.enum(['sale', 'return', 'void']),
  state: z.enum(['completed', 'voided']),
  businessDate: dateText,
  occurredAtMs: instantMs,
  netMinor: minor,
  pointsEarned: z.int(),
  pointsRedeemed: z.int(),
  lineCount: z.int(),
  firstLine: z.string().nullable(),
});

export const purchasesContract = {
  /** Prices a basket without writing anything. */
  quote: query({
    access: 'sale.make',
    input: basket,
    output: quote,
    refusals: ['product-unknown', 'member-unknown', 'amount-too-large'],
  }),
  /** Completes a sale: purchase, tenders, points earned and redeemed in one transaction, once per `purchaseId`. */
  complete: mutation({
    access: 'sale.make',
    input: basket.extend({
      purchaseId: idOf('purchase'),
      lines: z.array(basketLine).min(1).max(500),
      tenders: z.array(tenderInput).max(12),
      /** What the clerk saw; a sale at other figures is refused, not made. */
      expectedNetMinor: minor,
    }),
    output: receipt,
    refusals: [
      'product-unknown',
      'member-unknown',
      'member-blocked',
      'price-changed',
      'insufficient-points',
      'redeem-step',
      'redeem-exceeds-basket',
      'no-member-to-redeem',
      'tender-short',
      'tender-over',
      'amount-too-large',
      'purchase-id-reused',
      'purchase-unknown',
    ],
  }),
  receipt: query({
    access: 'member.read',
    input: z.object({ purchaseId: idOf('purchase') }),
    output: receipt,
    refusals: ['purchase-unknown'],
  }),
  /** A member's purchases, newest first. `before` is the last row's `occurredAtMs` and id of the page above. */
  ofMember: query({
    access: 'member.read',
    input: z.object({
      memberId: idOf('member'),
      before: z
        .object({ occurredAtMs: instantMs, purchaseId: idOf('purchase') })
        .nullable()
        .default(null),
      limit: z.int().min(1).max(100).default(20),
    }),
    output: z.array(purchaseRow),
  }),
};
export type Quote = z.infer<typeof quote>;
export type PricedLineView = z.infer<typeof pricedLine>;
export type Receipt = z.infer<typeof receipt>;
export type PurchaseRow = z.infer<typeof purchaseRow>;
export type TenderInput = z.infer<typeof tenderInput>;
