import { z } from 'zod';
import { condition, unmet } from '../terms.ts';

const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
  .refine((text) => z.iso.date().safeParse(text.slice(0, 10)).success, 'no-such-day');

/**
 * From one time until, and not at, another. Both are read from the store's own clock, so that an offer begins at midnight
 * in every zone; an hour that the clock shows twice counts twice.
 */
export const window = condition({
  args: z.object({ kind: z.literal('window'), from: localTime.nullable(), until: localTime.nullable() }),
  fields: { from: 'local-time', until: 'local-time' },
  reasons: ['not-yet', 'over'],
  sees: 'visit',
  once: true,
  unmet({ from, until }, { localTime: now }) {
    if (from !== null && now < from) return unmet('not-yet', { from: from.replace('T', ' ') });
    return until !== null && now >= until ? unmet('over', { until: until.replace('T', ' ') }) : null;
  },
});
