import { z } from 'zod';
import { goodsSchema } from '../goods.ts';
import { condition, unmet } from '../terms.ts';

/** At least so much of these goods is in the basket, in thousandths of a piece or kilogram. */
export const quantity = condition({
  args: z.object({
    kind: z.literal('quantity'),
    goods: goodsSchema,
    atLeastThousandths: z.int().min(1).max(1_000_000_000),
  }),
  fields: { goods: 'goods', atLeastThousandths: 'quantity' },
  reasons: ['too-little'],
  sees: 'basket',
  once: false,
  unmet({ goods, atLeastThousandths }, scene) {
    const held = scene.of(goods).reduce((sum, line) => sum + (scene.lines[line]?.quantityThousandths ?? 0), 0);
    return held >= atLeastThousandths ? null : unmet('too-little', { missingThousandths: atLeastThousandths - held });
  },
});
