import { z } from 'zod';
import { idOf } from '../../kernel/id.ts';
import { condition, unmet } from '../terms.ts';

/**
 * The customer presents a coupon of this kind. An offer that applies uses up exactly one, and of the offers that ask for
 * the same kind the best applies: so a purchase takes one coupon of a kind, however many are presented.
 */
export const coupon = condition({
  args: z.object({ kind: z.literal('coupon'), couponKindId: idOf('coupon-kind') }),
  fields: { couponKindId: 'coupon-kind' },
  reasons: ['coupon-needed'],
  sees: 'visit',
  once: true,
  unmet({ couponKindId }, { coupons }) {
    return coupons.presented.has(couponKindId) ? null : unmet('coupon-needed', { couponKindId });
  },
});
