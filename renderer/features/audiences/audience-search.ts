import { z } from 'zod';
import { AUDIENCE_KINDS } from '../../../shared/audiences/audience.ts';
import { memberConditions } from '../../../shared/members/member-fields.ts';

/** What the address says of a new audience: that nobody has saved it yet, and what it begins with. */
export const audienceSearch = z.object({
  isNew: z.literal(true).optional().catch(undefined),
  kind: z.enum(AUDIENCE_KINDS).optional().catch(undefined),
  where: memberConditions.optional().catch(undefined),
});
