import { z } from 'zod';
import { extraAction, unmet } from '../terms.ts';

/** So many points on top, once a purchase. */
export const bonusPoints = extraAction({
  args: z.object({ kind: z.literal('bonus-points'), points: z.int().min(1).max(1_000_000) }),
  fields: { points: 'points' },
  reasons: ['no-member'],
  extra({ points }, { member }) {
    return member ? { kind: 'bonus-points', points } : unmet('no-member');
  },
  worthMinor({ points }, _scene, { redeem }) {
    return Math.floor((points * redeem.stepMinor) / redeem.stepPoints);
  },
});
