import { z } from 'zod';
import { HQ_REFUSALS } from '../trust/hq-refusals.ts';
import { instantMs } from './fields.ts';
import { mutation, query } from './procedure.ts';

/** How this store stands with headquarters, for the frame and the settings. */
const hqStatus = z.object({
  /** Null where the store was let in nowhere. */
  enrolment: z
    .object({
      address: z.string(),
      /** What headquarters calls this store. */
      storeName: z.string(),
      enrolledAtMs: instantMs,
      /** SHA-256 of headquarters' key, in hex. */
      pin: z.string(),
    })
    .nullable(),
  /** Rows of this store's log that headquarters has not acknowledged. */
  waitingRows: z.int().min(0),
  /** When the two last told each other everything. */
  exchangedAtMs: instantMs.nullable(),
  isRunning: z.boolean(),
  /** Why the last attempt came to nothing. */
  trouble: z.enum(HQ_REFUSALS).nullable(),
  /** Whether points cannot be redeemed until headquarters knows what this disk forgot. */
  isFrozen: z.boolean(),
});
export type HqStatus = z.infer<typeof hqStatus>;

export const headquartersContract = {
  status: query({ access: 'signed-in', input: z.void(), output: hqStatus }),
  /** Lets the store in, by the code that headquarters shows, or lets it in anew; then the two begin to talk. */
  enrol: mutation({
    access: 'settings.write',
    input: z.object({ address: z.string().max(300), code: z.string().max(100) }),
    output: z.object({ storeName: z.string() }),
    refusals: HQ_REFUSALS,
  }),
  /** Asks now, and answers how it went. */
  syncNow: mutation({
    access: 'signed-in',
    input: z.void(),
    output: z.null(),
    refusals: HQ_REFUSALS,
  }),
};
