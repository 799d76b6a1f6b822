import { z } from 'zod';
import { goodsSchema } from '../goods.ts';
import { sumAt } from '../scene.ts';
import { spread } from '../spread.ts';
import { moneyAction, unmet } from '../terms.ts';

/** So much off these goods together, once; never more than they still cost. */
export const amount = moneyAction({
  args: z.object({ kind: z.literal('amount'), goods: goodsSchema, offMinor: z.int().min(1).max(1_000_000_000) }),
  fields: { goods: 'goods', offMinor: 'money' },
  reasons: ['goods-missing', 'nothing-left'],
  reads: ({ goods }) => [goods],
  off({ goods, offMinor }, scene, left) {
    const lines = scene.of(goods);
    if (lines.length === 0) return unmet('goods-missing');
    const costs = sumAt(left, lines);
    return costs > 0 ? spread(Math.min(offMinor, costs), lines, left) : unmet('nothing-left');
  },
});
