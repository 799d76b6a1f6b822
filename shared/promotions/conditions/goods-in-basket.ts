import { z } from 'zod';
import { goodsSchema } from '../goods.ts';
import { condition, unmet } from '../terms.ts';

/** One of these products, or one of these categories, is in the basket. */
export const goodsInBasket = condition({
  args: z.object({ kind: z.literal('goods'), goods: goodsSchema }),
  fields: { goods: 'goods' },
  reasons: ['goods-missing'],
  sees: 'basket',
  once: false,
  unmet({ goods }, scene) {
    return scene.of(goods).length > 0 ? null : unmet('goods-missing');
  },
});
