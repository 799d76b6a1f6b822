import { z } from 'zod';
import { condition, unmet } from '../terms.ts';

/** The member has bought nothing before; a purchase that was voided does not count. */
export const firstPurchase = condition({
  args: z.object({ kind: z.literal('first-purchase') }),
  fields: {},
  reasons: ['no-member', 'not-first-purchase'],
  sees: 'visit',
  once: true,
  unmet(_args, { member }) {
    if (!member) return unmet('no-member');
    return member.purchasesBefore === 0 ? null : unmet('not-first-purchase');
  },
});
