import { z } from 'zod';
import { goodsSchema } from '../goods.ts';
import { extraAction, unmet } from '../terms.ts';

/** These goods earn so many percent of the points they would earn (200: double). Several add up what is above 100. */
export const pointsMultiplier = extraAction({
  args: z.object({
    kind: z.literal('points-multiplier'),
    goods: goodsSchema,
    percent: z.int().min(101).max(10_000),
  }),
  fields: { goods: 'goods', percent: 'percent' },
  reasons: ['no-member', 'goods-missing'],
  extra({ goods, percent }, scene) {
    if (!scene.member) return unmet('no-member');
    const lines = scene.of(goods);
    return lines.length > 0 ? { kind: 'points-multiplier', percent, lines } : unmet('goods-missing');
  },
  /** The points above the ordinary ones by the general rate, on what the goods cost before any offer. */
  worthMinor({ goods, percent }, scene, { earn, redeem }) {
    const gross = scene.of(goods).reduce((sum, line) => sum + (scene.lines[line]?.grossMinor ?? 0), 0);
    const top = BigInt(gross) * BigInt(percent - 100) * BigInt(earn.points) * BigInt(redeem.stepMinor);
    return Number(top / (100n * BigInt(earn.perMinor) * BigInt(redeem.stepPoints)));
  },
});
