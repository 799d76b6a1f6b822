import { z } from 'zod';
import { TIERS } from '../members/profile.ts';
import { programmeSchema } from '../points/programme.ts';
import { TENDER_KINDS } from '../purchases/tender.ts';
import { mutation, query } from './procedure.ts';

const { earn, redeem, expiry } = programmeSchema.shape;

/** The most of each that a store may set: beyond it is a slip of the finger, not a programme. */
export const MOST_TIER_PERCENT = 1000;
const LAST_DATE = '2999-12-31';

/** What the form changes; rates of products and categories stay as they are. */
const terms = z.object({
  earn: earn
    .omit({ categoryPercent: true, productPercent: true })
    .extend({
      tendersWithoutEarning: z.array(z.enum(TENDER_KINDS)).max(TENDER_KINDS.length),
      tierPercent: z.record(z.enum(TIERS), z.int().min(0).max(MOST_TIER_PERCENT)),
    })
    // At most one point for each minor unit: what a basket earns stays a number that a till can show.
    .refine(({ points, perMinor }) => points <= perMinor, { path: ['points'], error: 'too-generous' }),
  redeem,
  expiry: expiry.refine((policy) => policy.kind !== 'fixed-date' || policy.lastDate <= LAST_DATE, 'too-late'),
});

export const programmeContract = {
  /** The points programme in force. */
  current: query({ access: 'signed-in', input: z.void(), output: programmeSchema }),
  /**
   * Puts a new version in force; the earlier ones stay as they are, and with them what was earned under them.
   * `basedOn` is the version that the form showed.
   */
  save: mutation({
    access: 'settings.write',
    input: terms.extend({ basedOn: z.int().min(1) }),
    output: programmeSchema,
    /** Somebody else changed it meanwhile. */
    refusals: ['programme-changed'],
  }),
};
export type ProgrammeTerms = z.output<typeof terms>;
