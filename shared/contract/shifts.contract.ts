import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { TENDER_KINDS } from '../purchases/tender.ts';
import { instantMs, nonNegativeMinor, sumMinor } from './fields.ts';
import { mutation, query } from './procedure.ts';

const shift = z.object({
  shiftId: idOf('shift'),
  openedAtMs: instantMs,
  openedBy: z.string(),
  /** The cash in the drawer when the shift began. */
  floatMinor: nonNegativeMinor,
  closedAtMs: instantMs.nullable(),
  countedMinor: nonNegativeMinor.nullable(),
});

const totals = z.object({
  sales: z.int(),
  returns: z.int(),
  voids: z.int(),
  /** Lines sold that are not in the catalogue; nobody knows what they cost the store. */
  openLines: z.int(),
  netMinor: sumMinor,
  taxMinor: sumMinor,
  pointsEarned: z.int(),
  pointsRedeemed: z.int(),
  tenders: z.array(z.object({ kind: z.enum(TENDER_KINDS), count: z.int(), amountMinor: sumMinor })),
  /** Float and cash taken, less change and refunds. */
  expectedCashMinor: sumMinor,
});

export const shiftsContract = {
  /** The shift that is open at this till, with its totals so far; null when none is. */
  current: query({ access: 'sale.make', input: z.void(), output: z.object({ shift, totals }).nullable() }),
  open: mutation({
    access: 'sale.make',
    input: z.object({ shiftId: idOf('shift'), floatMinor: nonNegativeMinor }),
    output: shift,
    refusals: ['shift-open', 'shift-id-reused'],
  }),
  /** Closes the shift with the cash that was counted. Returns the totals by tender and what is missing or over. */
  close: mutation({
    access: 'sale.make',
    input: z.object({ shiftId: idOf('shift'), countedMinor: nonNegativeMinor }),
    output: z.object({ shift, totals, differenceMinor: sumMinor }),
    refusals: ['no-shift-open'],
  }),
};
export type Shift = z.infer<typeof shift>;
export type ShiftTotals = z.infer<typeof totals>;
