import { z } from 'zod';
import { goodsSchema } from '../goods.ts';
import { sumAt } from '../scene.ts';
import { spread } from '../spread.ts';
import { moneyAction, unmet } from '../terms.ts';

/** Who spends so much on these goods gets so much off: once, or for each time. What goes before it counts no more. */
export const threshold = moneyAction({
  args: z.object({
    kind: z.literal('threshold'),
    goods: goodsSchema,
    spendMinor: z.int().min(1).max(1_000_000_000),
    offMinor: z.int().min(1).max(1_000_000_000),
    repeats: z.enum(['once', 'each']),
  }),
  fields: { goods: 'goods', spendMinor: 'money', offMinor: 'money', repeats: 'each-or-once' },
  reasons: ['goods-missing', 'spend-short'],
  reads: ({ goods }) => [goods],
  off({ goods, spendMinor, offMinor, repeats }, scene, left) {
    const lines = scene.of(goods);
    if (lines.length === 0) return unmet('goods-missing');
    const spent = sumAt(left, lines);
    if (spent < spendMinor) return unmet('spend-short', { missingMinor: spendMinor - spent });
    const times = repeats === 'each' ? Math.floor(spent / spendMinor) : 1;
    return spread(Math.min(spent, times * offMinor), lines, left, times);
  },
});
