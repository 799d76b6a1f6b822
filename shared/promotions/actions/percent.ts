import { z } from 'zod';
import { mulDivHalfUp } from '../../kernel/round.ts';
import { goodsSchema } from '../goods.ts';
import { sumAt } from '../scene.ts';
import { spread } from '../spread.ts';
import { moneyAction, unmet } from '../terms.ts';

/** So many percent off these goods: rounded once for all of them, then given to the lines. */
export const percent = moneyAction({
  args: z.object({ kind: z.literal('percent'), goods: goodsSchema, percent: z.int().min(1).max(100) }),
  fields: { goods: 'goods', percent: 'percent' },
  reasons: ['goods-missing', 'nothing-left'],
  reads: ({ goods }) => [goods],
  off({ goods, percent: share }, scene, left) {
    const lines = scene.of(goods);
    if (lines.length === 0) return unmet('goods-missing');
    const offMinor = mulDivHalfUp(sumAt(left, lines), share, 100);
    return offMinor > 0 ? spread(offMinor, lines, left) : unmet('nothing-left');
  },
});
