import { z } from 'zod';
import { TIERS } from '../../members/profile.ts';
import { condition, unmet } from '../terms.ts';

/** The member has one of these tiers. With all of them it says: for members. */
export const tier = condition({
  args: z.object({ kind: z.literal('tier'), tiers: z.array(z.enum(TIERS)).min(1) }),
  fields: { tiers: 'tiers' },
  reasons: ['no-member', 'other-tier'],
  sees: 'visit',
  once: true,
  unmet({ tiers }, { member }) {
    if (!member) return unmet('no-member');
    return tiers.includes(member.tier) ? null : unmet('other-tier');
  },
});
