import type { CouponRow } from '../contract/coupons.contract.ts';
import type { CellKind } from '../lists/export.ts';

/** What each column of the list of codes holds. */
export const COUPON_CELLS = {
  code: 'text',
  condition: 'words',
  throughDate: 'date',
  origin: 'words',
  memberName: 'text',
  issuedAtMs: 'instant',
  receiptNumber: 'text',
} as const satisfies Partial<Record<keyof CouponRow, CellKind>>;
