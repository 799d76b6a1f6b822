import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { REQUEST_STATES } from '../requests/request.facts.ts';
import { instantMs, quantityThousandths, someWords, words } from './fields.ts';
import { mutation, query } from './procedure.ts';
import { UNITS } from './products.contract.ts';

const request = z.object({
  requestId: idOf('product-request'),
  productId: idOf('product').nullable(),
  text: z.string(),
  quantityThousandths: z.int().nullable(),
  note: z.string().nullable(),
  atMs: instantMs,
  staffName: z.string().nullable(),
  member: z
    .object({ memberId: idOf('member'), name: z.string().nullable(), phoneMasked: z.string().nullable() })
    .nullable(),
  /** The member wants to be told, and may be: still on file, and messages about service not declined since. */
  waits: z.boolean(),
});

const group = z.object({
  key: z.string(),
  productId: idOf('product').nullable(),
  text: z.string(),
  unit: z.enum(UNITS).nullable(),
  /** What is there of the product now; null where no product is known. */
  onHandThousandths: z.int().nullable(),
  askedThousandths: z.int(),
  lastAskedAtMs: instantMs,
  waiting: z.int(),
  requests: z.array(request),
});

/** Marks travel in one fact. */
const MAX_MARKED = 500;

export const requestsContract = {
  /** Notes what a customer asked for and did not get. */
  note: mutation({
    access: 'request.note',
    input: z
      .object({
        requestId: idOf('product-request'),
        productId: idOf('product').nullable(),
        text: someWords(80),
        quantityThousandths: quantityThousandths.nullable(),
        note: words(200).nullable().default(null),
        memberId: idOf('member').nullable(),
        tellMember: z.boolean(),
      })
      .refine(({ memberId, tellMember }) => !tellMember || memberId !== null, 'nobody-to-tell'),
    output: z.object({ requestId: idOf('product-request'), timesAsked: z.int() }),
    refusals: ['request-product-unknown', 'member-unknown', 'request-id-reused'],
  }),
  /** Requests of one state by what was asked for, most asked first. */
  list: query({
    access: 'stock.read',
    input: z.object({ state: z.enum(REQUEST_STATES) }),
    output: z.object({ counts: z.record(z.enum(REQUEST_STATES), z.int()), groups: z.array(group) }),
  }),
  /** Says how far requests have come; the same again can be said of a request any number of times. */
  mark: mutation({
    access: 'request.note',
    input: z.object({
      markId: idOf('request-mark'),
      state: z.enum(REQUEST_STATES),
      requestIds: z.array(idOf('product-request')).min(1).max(MAX_MARKED),
    }),
    output: z.object({ marked: z.int() }),
    refusals: ['request-unknown', 'request-mark-id-reused'],
  }),
};
