import { z } from 'zod';
import { idOf } from '../../kernel/id.ts';
import { condition, unmet } from '../terms.ts';

/** The purchase is made in one of these stores. */
export const store = condition({
  args: z.object({ kind: z.literal('store'), storeIds: z.array(idOf('store')).min(1).max(2000) }),
  fields: { storeIds: 'stores' },
  reasons: ['other-store'],
  sees: 'visit',
  once: true,
  unmet({ storeIds }, { storeId }) {
    return storeIds.includes(storeId) ? null : unmet('other-store');
  },
});
