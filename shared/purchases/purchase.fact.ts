import { z } from 'zod';
import { couponUseSchema } from '../coupons/coupon.facts.ts';
import { idOf } from '../kernel/id.ts';
import { frozenOffersSchema } from '../promotions/frozen.ts';
import { offerUseSchema } from '../promotions/offer-use.ts';
import { TENDER_KINDS } from './tender.ts';

export const ENTRY_KINDS = ['sale', 'return', 'void'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

const purchaseLine = z.object({
  productId: idOf('product').nullable(),
  /** What the receipt says: kept, so that a renamed product changes no old receipt. */
  sku: z.string(),
  name: z.string(),
  barcode: z.string().nullable(),
  unit: z.enum(['piece', 'kg']),
  quantityThousandths: z.int(),
  unitPriceMinor: z.int(),
  /** The catalogue's price where the clerk's differs, with the reason and who allowed it. */
  override: z.object({ listPriceMinor: z.int(), reason: z.string(), byId: idOf('staff') }).nullable(),
  grossMinor: z.int(),
  discountMinor: z.int(),
  netMinor: z.int(),
  taxRateBp: z.int(),
  taxMinor: z.int(),
  costMinor: z.int().nullable(),
  pointsEarned: z.int(),
  /** On a return: the line of the original purchase (1-based). */
  originalLineNo: z.int().nullable(),
});

const tender = z.object({
  kind: z.enum(TENDER_KINDS),
  amountMinor: z.int(),
  changeMinor: z.int(),
  points: z.int().nullable(),
  reference: z.string().nullable(),
});

/** A purchase with its lines and tenders: one fact, never changed. A return or a void is a fact of its own. */
export const purchaseFact = z.object({
  id: idOf('purchase'),
  entryKind: z.enum(ENTRY_KINDS),
  storeId: idOf('store'),
  tillId: idOf('till'),
  receiptNumber: z.string(),
  receiptCounter: z.int(),
  memberId: idOf('member').nullable(),
  staffId: idOf('staff').nullable(),
  /** The till's own software, where it sold and not a colleague. */
  apiKeyId: idOf('api-key').nullable(),
  channel: z.enum(['till', 'online', 'import']),
  currency: z.string(),
  zone: z.string(),
  cutoverMinutes: z.int(),
  businessDate: z.string(),
  occurredAtMs: z.int(),
  grossMinor: z.int(),
  discountMinor: z.int(),
  netMinor: z.int(),
  taxMinor: z.int(),
  pointsPaidMinor: z.int(),
  pointsEarned: z.int(),
  pointsRedeemed: z.int(),
  programmeVersion: z.int().nullable(),
  originalId: idOf('purchase').nullable(),
  shiftId: idOf('shift').nullable(),
  importId: idOf('import').nullable(),
  lines: z.array(purchaseLine),
  tenders: z.array(tender),
  /** The rules that offers applied by, kept for returns; none where no offer did. */
  promotion: frozenOffersSchema.optional(),
  /** What was had of each offer, or given back. */
  offerUses: z.array(offerUseSchema).optional(),
  /** The coupons that it was made with; on a return or a void those of its sale. */
  coupons: z.array(couponUseSchema).optional(),
});
export type PurchaseFact = z.infer<typeof purchaseFact>;
export type PurchaseLineFact = z.infer<typeof purchaseLine>;
