import { z } from 'zod';
import { MEMBER_SORTS } from '../../../shared/contract/members.contract.ts';
import { memberConditions } from '../../../shared/members/member-fields.ts';

/** What the address says of the list. What it cannot say is left out, so that an old address still leads there. */
export const memberListSearch = z.object({
  where: memberConditions.optional().catch(undefined),
  sort: z
    .object({ by: z.enum(MEMBER_SORTS), descending: z.boolean() })
    .optional()
    .catch(undefined),
});
