import type { z } from 'zod';
import type { membersContract } from '../../../shared/contract/members.contract.ts';
import type { purchasesContract } from '../../../shared/contract/purchases.contract.ts';

type Card = z.input<typeof membersContract.card.output>;
type Quote = z.input<typeof purchasesContract.quote.output>;
type Receipt = z.input<typeof purchasesContract.receipt.output>;

/** Values that recur in the document's examples. */
export const MEMBER_ID = '0198f0aa-6c1e-7d1f-8a54-2b8d9f3c1e07';
export const PURCHASE_ID = '5b0f7f5e-3a1c-8e0b-9d52-6f0c7d1e2a3b';
const PRODUCT_ID = '0198f0a9-11d2-7c3a-b1f0-9e8d7c6b5a40';

export const MEMBER_CARD: Card = {
  memberId: MEMBER_ID,
  name: '王小明',
  phoneMasked: '138****5678',
  cardNumber: 'VIP-0012',
  tier: 'gold',
  status: 'active',
  availablePoints: 1200,
  withheldPoints: 0,
  pendingPoints: 0,
  debtPoints: 0,
  expiringPoints: 200,
  nextExpiryMs: 1_790_956_800_000,
  birthday: 'no',
  lastVisitDate: '2026-03-14',
};

const LINE: Quote['lines'][number] = {
  productId: PRODUCT_ID,
  sku: 'TEA-250',
  name: '龙井茶 250 g',
  barcode: '6901234567892',
  unit: 'piece',
  quantityThousandths: 2000,
  unitPriceMinor: 1250,
  listPriceMinor: null,
  grossMinor: 2500,
  discountMinor: 0,
  netMinor: 2500,
  taxRateBp: 1300,
  taxMinor: 288,
  pointsEarned: 20,
};

export const BASKET = {
  memberId: MEMBER_ID,
  lines: [{ barcode: '6901234567892', quantityThousandths: 2000 }],
  pointsToRedeem: 500,
};

export const QUOTE: Quote = {
  lines: [LINE],
  grossMinor: 2500,
  discountMinor: 0,
  netMinor: 2500,
  taxMinor: 288,
  pointsPaidMinor: 500,
  toPayMinor: 2000,
  pointsToEarn: 20,
  maxRedeemablePoints: 1200,
  redeemStepPoints: 100,
  redeemStepMinor: 100,
  coupons: [],
  offers: [
    {
      offerId: '019cee2a-7d00-7a00-8000-000000000001',
      version: 3,
      name: '满 30 减 5',
      applied: false,
      reason: 'spend-short',
      details: { missingMinor: 500 },
    },
  ],
};

export const RECEIPT: Receipt = {
  purchaseId: PURCHASE_ID,
  receiptNumber: 'POS-20260315-0042',
  entryKind: 'sale',
  state: 'completed',
  storeName: '解放路店',
  tillCode: 'T1',
  staffName: null,
  apiKeyName: 'POS 2.1',
  member: { memberId: MEMBER_ID, name: '王小明', phoneMasked: '138****5678' },
  currency: 'CNY',
  businessDate: '2026-03-15',
  occurredAtMs: 1_773_547_200_000,
  lines: [LINE],
  offers: [],
  coupons: { used: [], given: [], takenBack: [] },
  grossMinor: 2500,
  discountMinor: 0,
  netMinor: 2500,
  taxMinor: 288,
  tenders: [
    { kind: 'points', amountMinor: 500, changeMinor: 0, points: 500, reference: null },
    { kind: 'wechat-pay', amountMinor: 2000, changeMinor: 0, points: null, reference: '4200001234' },
  ],
  pointsEarned: 20,
  pointsRedeemed: 500,
  balanceAfter: 720,
  tierChange: { from: 'silver', to: 'gold' },
  originalReceiptNumber: null,
};
