import { z } from 'zod';

/** What the address says: a plan that nobody has saved yet, or one whose form is open. */
export const campaignSearch = z.object({
  isNew: z.literal(true).optional().catch(undefined),
  edit: z.literal(true).optional().catch(undefined),
});
