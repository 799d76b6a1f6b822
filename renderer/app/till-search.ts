import { z } from 'zod';
import { idOf } from '../../shared/kernel/id.ts';

/** What the till's address may say: the member to sell to. Anything else is left out. */
const search = z.object({ member: idOf('member').optional().catch(undefined) });

export const tillSearch = (given: Record<string, unknown>): z.output<typeof search> => search.parse(given);
