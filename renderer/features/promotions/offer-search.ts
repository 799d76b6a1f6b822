import { z } from 'zod';

/** What the address says of the form: whether its offer is one that nobody has saved yet. */
export const offerSearch = z.object({ isNew: z.literal(true).optional().catch(undefined) });
