import { z } from 'zod';
import { COUPON_REFUSALS } from '../coupons/present.ts';
import { idOf } from '../kernel/id.ts';
import { TIERS } from '../members/profile.ts';
import { ACTION_KINDS } from '../promotions/actions.ts';
import { TENDER_KINDS } from '../purchases/tender.ts';
import {
  dateText,
  instantMs,
  minor,
  nonNegativeMinor,
  points,
  quantityThousandths,
  someWords,
  stamp,
  sumPoints,
  words,
} from './fields.ts';
import { offerExplanation } from './offers.contract.ts';
import { mutation, query } from './procedure.ts';
import { UNITS } from './products.contract.ts';

const productLine = z.object({
  productId: idOf('product'),
  quantityThousandths,
  /** A price other than the catalogue's, with the reason; it needs the right, or a manager's approval. */
  override: z.object({ unitPriceMinor: nonNegativeMinor, reason: someWords(80) }).optional(),
});
export const openItem = z.object({
  /** As it was scanned. */
  barcode: someWords(64).nullable(),
  name: someWords(120),
  unitPriceMinor: nonNegativeMinor.min(1),
  taxRateBp: z.int().min(0).max(10_000),
});
/** Goods that are not in the catalogue, at a price that needs the same right. They earn by the general rate. */
const openLine = z.object({ open: openItem, quantityThousandths });
const basketLine = z.union([productLine, openLine]);
const basket = z.object({
  memberId: idOf('member').nullable(),
  lines: z.array(basketLine).max(500),
  pointsToRedeem: points.default(0),
  /** Codes as they were scanned or typed. */
  coupons: z.array(someWords(40)).max(20).optional(),
});

const pricedLine = z.object({
  /** Null for goods that are not in the catalogue; their `sku` is empty, and `barcode` what was scanned. */
  productId: idOf('product').nullable(),
  sku: z.string(),
  name: z.string(),
  barcode: z.string().nullable(),
  unit: z.enum(UNITS),
  quantityThousandths: z.int(),
  unitPriceMinor: minor,
  /** The catalogue's price where the line's differs. */
  listPriceMinor: minor.nullable(),
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
  pointsToEarn: sumPoints,
  /** The most points that this basket and this member allow, a whole number of steps. */
  maxRedeemablePoints: sumPoints,
  redeemStepPoints: z.int().min(1),
  redeemStepMinor: z.int().min(1),
  /** The coupons that were presented, each once: taken by an offer, or good and not needed here, or refused. */
  coupons: z.array(
    z.object({
      code: z.string(),
      name: z.string().nullable(),
      throughDate: dateText.nullable(),
      /** The offer that uses it up. */
      offerId: idOf('offer').nullable(),
      /** Why it is not taken, with what the sentence needs; null where it could be. */
      refusal: z
        .object({ reason: z.enum(COUPON_REFUSALS), details: z.record(z.string(), z.union([z.string(), z.number()])) })
        .nullable(),
    }),
  ),
  /** For every offer that is live, in the order of their turns, what it gives this basket or why nothing. */
  offers: z.array(offerExplanation),
});

const tenderInput = z.object({
  kind: z.enum(TENDER_KINDS).exclude(['points']),
  /** What the customer hands over; for cash it may exceed what is due. */
  amountMinor: nonNegativeMinor.min(1),
  reference: words(64).nullable().default(null),
});

const returnLine = z.object({ lineNo: z.int().min(1).max(500), quantityThousandths });
const refundTender = z.object({
  kind: z.enum(TENDER_KINDS).exclude(['points']),
  amountMinor: nonNegativeMinor.min(1),
  reference: words(64).nullable().default(null),
});

const takenBack = z.object({
  /** What the goods taken back came to, tax included. */
  netMinor: nonNegativeMinor,
  taxMinor: nonNegativeMinor,
  /** Of that: paid out by tenders, and given back as points. */
  payOutMinor: nonNegativeMinor,
  pointsGivenBack: sumPoints,
  /** Points that the goods had earned: taken from what the member still has, the rest owed. */
  pointsTakenBack: sumPoints,
  pointsOwed: sumPoints,
  coupons: z.object({
    /** Codes that the sale was made with and that can be used again; none while a part of it is kept. */
    givenBack: z.array(z.string()),
    /** Codes that the sale gave: those that nobody can use any more, and those that have been used. */
    takenBack: z.array(z.string()),
    alreadyUsed: z.array(z.string()),
  }),
});

const heldBasket = z.object({
  purchaseId: idOf('purchase'),
  /** The member's name, or the masked phone where there is none. */
  member: z.string().nullable(),
  heldAtMs: instantMs,
  heldBy: z.string().nullable(),
  lineCount: z.int(),
});

/** A basket as it comes back: its lines with what the catalogue says of them now. */
const keptBasket = basket.extend({
  purchaseId: idOf('purchase'),
  savedAtMs: instantMs,
  lines: z.array(
    z.union([
      productLine.extend({ name: z.string(), sku: z.string(), unit: z.enum(UNITS), priceMinor: nonNegativeMinor }),
      openLine,
    ]),
  ),
});

const receipt = z.object({
  purchaseId: idOf('purchase'),
  receiptNumber: z.string(),
  entryKind: z.enum(['sale', 'return', 'void']),
  state: z.enum(['completed', 'voided']),
  storeName: z.string(),
  tillCode: z.string(),
  staffName: z.string().nullable(),
  /** The till's own software, by the name of its key, where it sold and not a colleague. */
  apiKeyName: z.string().nullable(),
  member: z
    .object({ memberId: idOf('member'), name: z.string().nullable(), phoneMasked: z.string().nullable() })
    .nullable(),
  currency: z.string(),
  businessDate: dateText,
  occurredAtMs: instantMs,
  lines: z.array(pricedLine),
  /**
   * The offers that applied, in the order of their turns, under the names that they had: what each took off and the points
   * that it gave. On a return or a void, with a minus, what was given back of them.
   */
  offers: z.array(
    z.object({
      offerId: idOf('offer'),
      version: z.int(),
      name: z.string(),
      actionKind: z.enum(ACTION_KINDS),
      amountMinor: minor,
      points: z.int(),
    }),
  ),
  coupons: z.object({
    /** Those that the sale was made with and the offer that took each; on a return or a void with a minus what went back. */
    used: z.array(
      z.object({ code: z.string(), name: z.string(), offerId: idOf('offer'), uses: z.int(), amountMinor: minor }),
    ),
    /** Those that it gave for the next visit. */
    given: z.array(z.object({ code: z.string(), name: z.string(), fromDate: dateText, throughDate: dateText })),
    /** On a return or a void: those that its sale had given. Used ones stay used. */
    takenBack: z.array(z.object({ code: z.string(), tooLate: z.boolean() })),
  }),
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
  /** The member's tier, where this purchase changed it. */
  tierChange: z.object({ from: z.enum(TIERS), to: z.enum(TIERS) }).nullable(),
  /** The sale that a return or a void goes back to. */
  originalReceiptNumber: z.string().nullable(),
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

/** A purchase among those of its member: who sold, and the stamp from which a list goes on. */
export const memberPurchase = purchaseRow.extend({
  at: stamp,
  staffName: z.string().nullable(),
  apiKeyName: z.string().nullable(),
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
      /** The offers that the quote applied, and its `pointsToEarn`; where they are named, a sale under others is refused. */
      expectedOffers: z
        .array(z.object({ offerId: idOf('offer'), version: z.int().min(1) }))
        .max(500)
        .optional(),
      expectedPoints: sumPoints.optional(),
      /** A manager's leave to change a price, from `staff.approve`. */
      approvalId: idOf('approval').optional(),
    }),
    output: receipt,
    refusals: [
      'product-unknown',
      'member-unknown',
      'member-blocked',
      'price-changed',
      'offers-changed',
      'points-changed',
      'insufficient-points',
      'redemption-frozen',
      'redeem-step',
      'redeem-exceeds-basket',
      'no-member-to-redeem',
      'tender-short',
      'tender-over',
      'amount-too-large',
      'purchase-id-reused',
      'purchase-unknown',
      'approval-needed',
      'receipt-number-in-use',
      'receipt-number-reserved',
      ...COUPON_REFUSALS,
    ],
  }),
  receipt: query({
    access: 'member.read',
    input: z.object({ purchaseId: idOf('purchase') }),
    output: receipt,
    refusals: ['purchase-unknown'],
  }),
  /** A receipt by its number, with what of each line may still come back (thousandths, in the order of the lines). */
  byReceipt: query({
    access: 'sale.return',
    input: z.object({ receiptNumber: someWords(40) }),
    output: z.object({ receipt, returnableThousandths: z.array(z.int()), mayVoid: z.boolean() }),
    refusals: ['receipt-unknown'],
  }),
  /** The till's newest receipts, for a reprint or a return. */
  recent: query({
    access: 'sale.make',
    input: z.object({ limit: z.int().min(1).max(50).default(20) }),
    output: z.array(purchaseRow),
  }),
  /** What a return would give back. Nothing is written. */
  quoteReturn: query({
    access: 'sale.return',
    input: z.object({ originalId: idOf('purchase'), lines: z.array(returnLine).min(1).max(500) }),
    output: takenBack,
    refusals: ['purchase-unknown', 'not-returnable', 'line-unknown', 'more-than-sold'],
  }),
  /** Takes goods back by receipt and line: refund, points earned and points redeemed in one transaction. */
  takeBack: mutation({
    access: 'sale.return',
    input: z.object({
      returnId: idOf('purchase'),
      originalId: idOf('purchase'),
      lines: z.array(returnLine).min(1).max(500),
      refunds: z.array(refundTender).max(12),
    }),
    output: receipt,
    refusals: [
      'purchase-unknown',
      'not-returnable',
      'line-unknown',
      'more-than-sold',
      'refund-differs',
      'purchase-id-reused',
      'receipt-number-in-use',
      'receipt-number-reserved',
    ],
  }),
  /** Takes goods back without a receipt, at prices that a manager allows; no points move. */
  takeBackWithoutReceipt: mutation({
    access: 'sale.return',
    input: z.object({
      returnId: idOf('purchase'),
      lines: z
        .array(z.object({ productId: idOf('product'), quantityThousandths, unitPriceMinor: nonNegativeMinor }))
        .min(1)
        .max(100),
      refunds: z.array(refundTender).max(12),
      reason: someWords(120),
      approvalId: idOf('approval').optional(),
    }),
    output: receipt,
    refusals: [
      'product-unknown',
      'refund-differs',
      'purchase-id-reused',
      'approval-needed',
      'amount-too-large',
      'purchase-unknown',
    ],
  }),
  /** Voids the till's last sale of this business day, as if it had not been. */
  voidLast: mutation({
    access: 'sale.void',
    input: z.object({ voidId: idOf('purchase'), purchaseId: idOf('purchase') }),
    output: receipt,
    refusals: ['purchase-unknown', 'not-the-last-sale', 'already-voided', 'has-returns', 'purchase-id-reused'],
  }),
  /** The basket that is rung up at this till, as it was kept last; null where there is none. */
  draft: query({ access: 'sale.make', input: z.void(), output: keptBasket.nullable() }),
  /** Keeps the till's basket as it is now. One that was sold, held or taken to another till stays as it is. */
  keepDraft: mutation({
    access: 'sale.make',
    input: basket.extend({ purchaseId: idOf('purchase') }),
    output: z.null(),
  }),
  /** Puts the till's basket aside, to be recalled at this store. Held baskets earn nothing and change nothing. */
  hold: mutation({
    access: 'sale.make',
    input: basket.extend({ purchaseId: idOf('purchase') }),
    output: z.null(),
    refusals: ['empty-basket', 'basket-gone', 'purchase-id-reused'],
  }),
  held: query({ access: 'sale.make', input: z.void(), output: z.array(heldBasket) }),
  /** Makes a held basket the till's. Only one till gets it, however often that one asks. */
  recall: mutation({
    access: 'sale.make',
    input: z.object({ purchaseId: idOf('purchase') }),
    output: keptBasket,
    refusals: ['basket-gone'],
  }),
  /** A member's purchases, newest first; `before` is the stamp of the last row of the page above. */
  ofMember: query({
    access: 'member.read',
    input: z.object({
      memberId: idOf('member'),
      before: stamp.nullable().default(null),
      limit: z.int().min(1).max(100).default(20),
    }),
    output: z.array(memberPurchase),
  }),
};
export type Quote = z.infer<typeof quote>;
export type PricedLineView = z.infer<typeof pricedLine>;
export type Receipt = z.infer<typeof receipt>;
export type PurchaseRow = z.infer<typeof purchaseRow>;
export type TenderInput = z.infer<typeof tenderInput>;
export type TakenBackView = z.infer<typeof takenBack>;
export type BasketBody = z.output<typeof basket>;
export type KeptBasket = z.infer<typeof keptBasket>;
