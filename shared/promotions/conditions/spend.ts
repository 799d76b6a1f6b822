import { z } from 'zod';
import { goodsSchema } from '../goods.ts';
import { sumAt } from '../scene.ts';
import { condition, unmet } from '../terms.ts';

/** These goods still cost at least so much when the offer's turn comes: what goes before it counts no more. */
export const spend = condition({
  args: z.object({
    kind: z.literal('spend'),
    goods: goodsSchema,
    atLeastMinor: z.int().min(1).max(1_000_000_000),
  }),
  fields: { goods: 'goods', atLeastMinor: 'money' },
  reasons: ['spend-short'],
  sees: 'left',
  once: false,
  reads: ({ goods }) => [goods],
  unmet({ goods, atLeastMinor }, scene, left) {
    const spent = sumAt(left, scene.of(goods));
    return spent >= atLeastMinor ? null : unmet('spend-short', { missingMinor: atLeastMinor - spent });
  },
});
