import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { PIN_PATTERN } from '../staff/pin.ts';
import { RIGHTS, ROLES, STORE_ROLES } from '../staff/rights.ts';
import { someWords } from './fields.ts';
import { mutation, query } from './procedure.ts';

const staffFacts = z.object({ staffId: idOf('staff'), name: z.string(), role: z.enum(ROLES) });
const colleague = staffFacts.extend({ active: z.boolean(), hasPin: z.boolean() });
const pin = z.string().regex(PIN_PATTERN);
/** Minutes without a key, a touch or a scan after which a window locks; 0: it never does. */
const idleMinutes = z.int().min(0).max(240);
const signedIn = staffFacts.extend({ rights: z.array(z.enum(RIGHTS)) });

export const staffContract = {
  /** Who can sign in at this till: the tiles of the sign-in screen and of the quick switch. */
  signInChoices: query({ access: 'open-store', input: z.void(), output: z.array(staffFacts) }),
  me: query({ access: 'anyone', input: z.void(), output: signedIn.nullable() }),
  /** Signs in, replacing whoever was signed in here (quick switch). */
  signIn: mutation({
    access: 'open-store',
    input: z.object({ staffId: idOf('staff'), pin }),
    output: signedIn,
    /** `wrong-pin` {attemptsLeft}; `locked-out` {seconds}. */
    refusals: ['wrong-pin', 'locked-out', 'staff-unknown'],
  }),
  /** A colleague with the right lends it for one act, within fifteen minutes, by PIN. */
  approve: mutation({
    access: 'signed-in',
    input: z.object({ staffId: idOf('staff'), pin, right: z.enum(RIGHTS) }),
    output: z.object({ approvalId: idOf('approval') }),
    refusals: ['wrong-pin', 'locked-out', 'staff-unknown', 'right-missing'],
  }),
  /** Everybody who works or worked here, in the order in which they came. */
  list: query({ access: 'staff.manage', input: z.void(), output: z.array(colleague) }),
  /** Adds a colleague, who needs a PIN, or changes one. Nobody is deleted: what they did keeps their name. */
  save: mutation({
    access: 'staff.manage',
    input: z.object({
      staffId: idOf('staff'),
      name: someWords(40),
      role: z.enum(STORE_ROLES),
      active: z.boolean(),
      pin: pin.optional(),
    }),
    output: colleague,
    refusals: ['pin-needed', 'pin-too-simple', 'last-manager', 'staff-unknown'],
  }),
  /** Sets another PIN and takes a lock away. */
  setPin: mutation({
    access: 'staff.manage',
    input: z.object({ staffId: idOf('staff'), pin }),
    output: z.null(),
    refusals: ['pin-too-simple', 'staff-unknown'],
  }),
  idleLock: query({ access: 'signed-in', input: z.void(), output: idleMinutes }),
  setIdleLock: mutation({ access: 'settings.write', input: z.object({ minutes: idleMinutes }), output: z.null() }),
  /** Signs out at this window, and so locks it: nothing is answered there until somebody signs in. */
  signOut: mutation({ access: 'anyone', input: z.void(), output: z.null() }),
};
export type StaffChoice = z.infer<typeof staffFacts>;
export type StaffRow = z.infer<typeof colleague>;
export type SignedIn = z.infer<typeof signedIn>;
