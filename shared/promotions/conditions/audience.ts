import { z } from 'zod';
import { type Id, idOf } from '../../kernel/id.ts';
import type { Condition } from '../conditions.ts';
import { condition, unmet } from '../terms.ts';

/** The member is in one of these lists or segments. */
export const audience = condition({
  args: z.object({ kind: z.literal('audience'), audienceIds: z.array(idOf('audience')).min(1).max(50) }),
  fields: { audienceIds: 'audiences' },
  reasons: ['no-member', 'not-in-audience'],
  sees: 'visit',
  once: true,
  unmet({ audienceIds }, { member }) {
    if (!member) return unmet('no-member');
    return audienceIds.some((id) => member.audienceIds.has(id)) ? null : unmet('not-in-audience');
  },
});

/** The audiences that conditions name. */
export const audiencesOf = (conditions: readonly Condition[]): readonly Id<'audience'>[] =>
  conditions.flatMap((one) => (one.kind === 'audience' ? one.audienceIds : []));
