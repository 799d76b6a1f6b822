import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { TIERS } from '../members/profile.ts';
import { programmeSchema } from '../points/programme.ts';
import { TENDER_KINDS } from '../purchases/tender.ts';
import { tierLadderSchema } from '../tiers/ladder.ts';
import { someWords } from './fields.ts';
import { mutation, query } from './procedure.ts';

const { earn, redeem, expiry } = programmeSchema.shape;

/** The most of each that a store may set: beyond it is a slip of the finger, not a programme. */
export const MOST_PERCENT = 1000;
const LAST_DATE = '2999-12-31';

/** More rates than this are no rule that anybody knows by heart. */
export const MOST_RATES = 200;

const percent = z.int().min(0).max(MOST_PERCENT);
const ratesOf = <const Noun extends 'category' | 'product'>(noun: Noun) =>
  z.record(idOf(noun), percent).refine((rates) => Object.keys(rates).length <= MOST_RATES, 'too-many-rates');

/** What the form changes. */
const terms = z.object({
  earn: earn
    .extend({
      categoryPercent: ratesOf('category'),
      productPercent: ratesOf('product'),
      tendersWithoutEarning: z.array(z.enum(TENDER_KINDS)).max(TENDER_KINDS.length),
      tierPercent: z.record(z.enum(TIERS), percent),
    })
    // At most one point for each minor unit: what a basket earns stays a number that a till can show.
    .refine(({ points, perMinor }) => points <= perMinor, { path: ['points'], error: 'too-generous' }),
  redeem,
  expiry: expiry.refine((policy) => policy.kind !== 'fixed-date' || policy.lastDate <= LAST_DATE, 'too-late'),
  tiers: tierLadderSchema,
});

/** What may have a rate of its own. */
const rateable = z.object({
  kind: z.enum(['category', 'product']),
  id: z.string(),
  name: z.string(),
  /** A product's SKU. */
  code: z.string().nullable(),
});

export const programmeContract = {
  /** The points programme in force. */
  current: query({ access: 'signed-in', input: z.void(), output: programmeSchema }),
  /** The categories, then the products that have rates of their own in the programme in force, by name. */
  rated: query({
    access: 'signed-in',
    input: z.void(),
    output: z.array(rateable.extend({ percent: z.int() })),
  }),
  /** Categories and products by what was typed, categories first. */
  findRateable: query({
    access: 'settings.write',
    input: z.object({ q: someWords(64), limit: z.int().min(1).max(20).default(8) }),
    output: z.array(rateable),
  }),
  /**
   * Puts a new version in force; the earlier ones stay as they are, and with them what was earned under them.
   * `basedOn` is the version that the form showed.
   */
  save: mutation({
    access: 'settings.write',
    input: terms.extend({ basedOn: z.int().min(1) }),
    output: programmeSchema,
    /** `programme-changed`: somebody else changed it meanwhile. */
    refusals: ['programme-changed', 'rate-of-unknown'],
  }),
};
export type Rateable = z.infer<typeof rateable>;
export type RatedRow = z.infer<typeof programmeContract.rated.output>[number];
export type ProgrammeTerms = z.output<typeof terms>;
