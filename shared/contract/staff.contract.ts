import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { PIN_PATTERN } from '../staff/pin.ts';
import { RIGHTS, ROLES } from '../staff/rights.ts';
import { mutation, query } from './procedure.ts';

const staffFacts = z.object({ staffId: idOf('staff'), name: z.string(), role: z.enum(ROLES) });
const signedIn = staffFacts.extend({ rights: z.array(z.enum(RIGHTS)) });

export const staffContract = {
  /** Who can sign in at this till: the tiles of the sign-in screen and of the quick switch. */
  signInChoices: query({ access: 'open-store', input: z.void(), output: z.array(staffFacts) }),
  me: query({ access: 'anyone', input: z.void(), output: signedIn.nullable() }),
  /** Signs in, replacing whoever was signed in here (quick switch). */
  signIn: mutation({
    access: 'open-store',
    input: z.object({ staffId: idOf('staff'), pin: z.string().regex(PIN_PATTERN) }),
    output: signedIn,
    /** `wrong-pin` {attemptsLeft}; `locked-out` {seconds}. */
    refusals: ['wrong-pin', 'locked-out', 'staff-unknown'],
  }),
  /** A colleague with the right lends it once, for two minutes, by PIN. */
  approve: mutation({
    access: 'signed-in',
    input: z.object({ staffId: idOf('staff'), pin: z.string().regex(PIN_PATTERN), right: z.enum(RIGHTS) }),
    output: z.object({ approvalId: idOf('approval') }),
    refusals: ['wrong-pin', 'locked-out', 'staff-unknown', 'right-missing'],
  }),
  signOut: mutation({ access: 'anyone', input: z.void(), output: z.null() }),
};
export type StaffChoice = z.infer<typeof staffFacts>;
export type SignedIn = z.infer<typeof signedIn>;
