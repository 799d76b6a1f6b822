import { z } from 'zod';
import { idOf } from '../kernel/id.ts';

/**
 * What a purchase had of an offer: one of its uses, money off and points on top; on a return or a void, with a minus, what
 * of that was given back. All of an offer add up to what was had of it.
 */
export const offerUseSchema = z.object({
  offerId: idOf('offer'),
  version: z.int().min(1),
  uses: z.int().min(-1).max(1),
  discountMinor: z.int(),
  points: z.int(),
});
export type OfferUse = z.infer<typeof offerUseSchema>;
