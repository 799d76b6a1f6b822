import { z } from 'zod';
import { idOf } from '../kernel/id.ts';

/** A clerk's shift at a till. Version 1 opens it, version 2 closes it with the cash that was counted. */
export const shiftFact = z.object({
  id: idOf('shift'),
  owner: z.string(),
  version: z.int().min(1),
  tillId: idOf('till'),
  openedAtMs: z.int(),
  openedById: idOf('staff').nullable(),
  floatMinor: z.int().min(0),
  closedAtMs: z.int().nullable(),
  closedById: idOf('staff').nullable(),
  countedMinor: z.int().min(0).nullable(),
});
export type ShiftFact = z.infer<typeof shiftFact>;
