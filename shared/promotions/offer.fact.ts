import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { offerTermsSchema } from './offer.ts';
import { OFFER_STATES } from './offer-state.ts';

/**
 * An offer as its owner wrote it: every change of its terms or its state is a version, and all of them stay. A draft
 * that was thrown away is a version as well, `removed`, so that no earlier one comes back.
 */
export const offerFact = z.object({
  id: idOf('offer'),
  /** 'chain', or the id of the store that may write it. */
  owner: z.string(),
  /** Counts its writes. */
  version: z.int().min(1),
  state: z.enum([...OFFER_STATES, 'removed']),
  terms: offerTermsSchema,
  /** For colleagues; customers do not see it. */
  note: z.string(),
  atMs: z.int(),
  staffId: idOf('staff').nullable(),
});
export type OfferFact = z.infer<typeof offerFact>;
