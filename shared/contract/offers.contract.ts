import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { CUTS, SKIP_REASONS } from '../promotions/explanation.ts';
import { offerTermsSchema } from '../promotions/offer.ts';
import { OFFER_PHASES, OFFER_STATES } from '../promotions/offer-state.ts';
import { instantMs, minor, nonNegativeMinor, someWords, sumMinor, sumPoints, words } from './fields.ts';
import { mutation, query } from './procedure.ts';

/** What the form asks for. */
const terms = offerTermsSchema.extend({ name: someWords(60), group: someWords(40).nullable() });
const note = words(300);
const localTime = z.string();

/** What the terms name, so that it can be said. */
const named = z.object({
  kind: z.enum(['product', 'category', 'coupon-kind', 'audience']),
  id: z.string(),
  name: z.string(),
  /** A product's SKU. */
  code: z.string().nullable(),
});

const offerRow = z.object({
  offerId: idOf('offer'),
  /** Counts every change of its terms and its state. */
  version: z.int(),
  state: z.enum(OFFER_STATES),
  /** Where now lies to its window, by the store's clock: a live offer applies only while it is `running`. */
  phase: z.enum(OFFER_PHASES),
  /** `YYYY-MM-DDTHH:MM` of the store's clock; `until` is not included. Null: no bound. */
  window: z.object({ from: localTime.nullable(), until: localTime.nullable() }),
  terms: offerTermsSchema,
  named: z.array(named),
  /** Purchases that had it, and members among them; what was voided or came back whole is taken off. */
  uses: z.int(),
  members: z.int(),
  /** Taken off altogether, which is what its budget pays; and points given on top. */
  discountMinor: sumMinor,
  points: sumPoints,
  changedAtMs: instantMs,
  /** False for an offer of headquarters: it is seen here and not changed. */
  isOwn: z.boolean(),
});

const offerView = offerRow.extend({
  note: z.string(),
  /** All versions, newest first; the first is as it is now. */
  history: z.array(
    z.object({
      version: z.int(),
      state: z.enum(OFFER_STATES),
      terms: offerTermsSchema,
      note: z.string(),
      atMs: instantMs,
      staffName: z.string().nullable(),
    }),
  ),
});

const explainedOffer = { offerId: idOf('offer'), version: z.int(), name: z.string() };

/** What an offer gives besides money. Points are those of this basket before any tender. */
const extra = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('points-multiplier'), percent: z.int(), lines: z.array(z.int()) }),
  z.object({ kind: z.literal('bonus-points'), points: z.int() }),
  z.object({ kind: z.literal('coupon'), couponKindId: idOf('coupon-kind'), name: z.string(), count: z.int() }),
  z.object({ kind: z.literal('gift'), productId: idOf('product'), name: z.string(), quantityThousandths: z.int() }),
]);

const applied = z.object({
  ...explainedOffer,
  applied: z.literal(true),
  /** Taken off altogether (0 for an offer that gives something else), and off each line in the basket's order. */
  amountMinor: nonNegativeMinor,
  perLine: z.array(nonNegativeMinor),
  times: z.int(),
  /** What held it below what it would have given, or null. */
  cutBy: z.enum(CUTS).nullable(),
  extra: extra.nullable(),
  /** Points that it gives on top. */
  points: sumPoints,
});
const skipped = z.object({
  ...explainedOffer,
  applied: z.literal(false),
  reason: z.enum(SKIP_REASONS),
  /** What the sentence about the reason needs; `offerSkips` of the words. */
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** What the till says of one offer. */
export const offerExplanation = z.discriminatedUnion('applied', [applied, skipped]);

const tryLine = z.object({
  productId: idOf('product'),
  quantityThousandths: z.int().min(1).max(1_000_000_000),
});

export const offersContract = {
  /** Offers that were not thrown away: live ones first, then drafts, paused and ended, each newest first. */
  list: query({
    access: 'signed-in',
    input: z.object({
      /** Null: in any state. */
      state: z.enum(OFFER_STATES).nullable().default(null),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({ total: z.int(), rows: z.array(offerRow) }),
  }),
  get: query({
    access: 'signed-in',
    input: z.object({ offerId: idOf('offer') }),
    output: offerView,
    refusals: ['offer-unknown'],
  }),
  /**
   * Writes a draft, or the next version of an offer, which counts at once where it is live. `basedOn` is the version that
   * the form showed, 0 for a new one. The same terms again write nothing.
   */
  save: mutation({
    access: 'offer.write',
    input: z.object({ offerId: idOf('offer'), basedOn: z.int().min(0), terms, note: note.default('') }),
    output: offerView,
    /**
     * `offer-makes-no-sense`: `details.faults` are the faults of `checkOffers` with a comma between them.
     * `offer-changed`: somebody else changed it meanwhile.
     */
    refusals: [
      'offer-makes-no-sense',
      'offer-changed',
      'offer-ended',
      'offer-not-ours',
      'offer-names-unknown',
      'offer-of-campaign',
    ],
  }),
  /** Goes live, pauses, goes on or ends; what ended stays so. An offer that is in this state already stays as it is. */
  setState: mutation({
    access: 'offer.write',
    input: z.object({
      offerId: idOf('offer'),
      basedOn: z.int().min(1),
      state: z.enum(OFFER_STATES).exclude(['draft']),
    }),
    output: offerView,
    refusals: ['offer-unknown', 'offer-changed', 'offer-ended', 'offer-not-ours', 'offer-state-unfit'],
  }),
  /** A draft with the terms of another offer under a new id and name. */
  copy: mutation({
    access: 'offer.write',
    input: z.object({ offerId: idOf('offer'), copyId: idOf('offer'), name: someWords(60) }),
    output: offerView,
    refusals: ['offer-unknown', 'offer-id-reused'],
  }),
  /** Throws a draft away. */
  remove: mutation({
    access: 'offer.write',
    input: z.object({ offerId: idOf('offer') }),
    output: z.null(),
    refusals: ['offer-unknown', 'offer-no-draft', 'offer-not-ours'],
  }),
  /**
   * What a basket would come to with the drafts live as well, for each offer with the reason. Nothing is written.
   * `atMs` is the moment that is tried (null: now), `drafts` the drafts that are in (null: all), `form` the terms of one
   * offer as they stand in the form, which go before what is stored of it.
   */
  try: query({
    access: 'offer.write',
    input: z.object({
      memberId: idOf('member').nullable().default(null),
      lines: z.array(tryLine).min(1).max(500),
      atMs: instantMs.nullable().default(null),
      drafts: z.array(idOf('offer')).max(500).nullable().default(null),
      form: z
        .object({ offerId: idOf('offer'), terms })
        .nullable()
        .default(null),
    }),
    output: z.object({
      grossMinor: minor,
      discountMinor: minor,
      netMinor: minor,
      pointsToEarn: sumPoints,
      lines: z.array(
        z.object({
          productId: idOf('product').nullable(),
          name: z.string(),
          quantityThousandths: z.int(),
          grossMinor: minor,
          discountMinor: minor,
          netMinor: minor,
          pointsEarned: z.int(),
        }),
      ),
      offers: z.array(offerExplanation),
      /** Whether it is certain that no other choice of offers is better for the customer. */
      exact: z.boolean(),
    }),
    refusals: ['product-unknown', 'member-unknown', 'amount-too-large', 'offer-makes-no-sense'],
  }),
};
export type OfferRow = z.infer<typeof offerRow>;
export type OfferView = z.infer<typeof offerView>;
export type OfferExplanation = z.infer<typeof offerExplanation>;
export type OfferTrial = z.infer<typeof offersContract.try.output>;
