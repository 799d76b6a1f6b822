import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { scannerTerms } from '../tills/scanner-terms.ts';
import { instantMs, someWords, words } from './fields.ts';
import { mutation, query } from './procedure.ts';

export const tillCode = z.string().regex(/^[A-Z0-9]{1,4}$/);

const till = z.object({
  tillId: idOf('till'),
  code: z.string(),
  /** What people call it; empty where it has no name. */
  name: z.string(),
  /** Null before the first receipt. */
  lastReceiptNumber: z.string().nullable(),
  /** The newest sale, sign-in or other act at it; null: never used. */
  lastUsedAtMs: instantMs.nullable(),
  /** Whether this computer is this till. */
  isHere: z.boolean(),
});

export const tillsContract = {
  /** The store's tills, in the order in which they were added. */
  list: query({ access: 'settings.write', input: z.void(), output: z.array(till) }),
  /** Adds a till. The code goes into its receipt numbers, so it stays as it is. */
  add: mutation({
    access: 'settings.write',
    input: z.object({ tillId: idOf('till'), code: tillCode, name: words(40) }),
    output: z.null(),
    refusals: ['till-code-in-use', 'till-id-reused'],
  }),
  rename: mutation({
    access: 'settings.write',
    input: z.object({ tillId: idOf('till'), name: someWords(40) }),
    output: z.null(),
    refusals: ['till-unknown'],
  }),
  /** From now on this computer is that till: its receipts are counted there. */
  choose: mutation({
    access: 'settings.write',
    input: z.object({ tillId: idOf('till') }),
    output: z.null(),
    refusals: ['till-unknown', 'shift-still-open'],
  }),
  /** How the till that asks tells its scanner from fingers. */
  scanner: query({ access: 'signed-in', input: z.void(), output: scannerTerms }),
  saveScanner: mutation({ access: 'settings.write', input: scannerTerms, output: z.null() }),
};
export type TillRow = z.infer<typeof till>;
