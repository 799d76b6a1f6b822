import { z } from 'zod';
import { idOf } from '../../kernel/id.ts';
import { extraAction, unmet } from '../terms.ts';

/** Coupons for the next visit. `worthMinor` is what one counts for where offers compete. */
export const couponIssue = extraAction({
  args: z.object({
    kind: z.literal('coupon'),
    couponKindId: idOf('coupon-kind'),
    count: z.int().min(1).max(100),
    worthMinor: z.int().min(0).max(1_000_000_000),
  }),
  fields: { couponKindId: 'coupon-kind', count: 'pieces', worthMinor: 'money' },
  reasons: ['no-member', 'coupons-gone'],
  extra({ couponKindId, count }, { coupons }) {
    const left = coupons.toGive.get(couponKindId) ?? 0;
    if (left === 'no-member') return unmet('no-member');
    if (left < count) return unmet('coupons-gone');
    return { kind: 'coupon', couponKindId, count };
  },
  worthMinor({ count, worthMinor }) {
    return count * worthMinor;
  },
});
