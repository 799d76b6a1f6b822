import { z } from 'zod';
import { idOf } from '../kernel/id.ts';

/** What a customer asked for and did not get. It names a member only by id, and nobody in words. */
export const productRequestFact = z.object({
  id: idOf('product-request'),
  storeId: idOf('store'),
  tillId: idOf('till'),
  staffId: idOf('staff').nullable(),
  atMs: z.int(),
  businessDate: z.string(),
  productId: idOf('product').nullable(),
  /** What was asked for, in the clerk's words or as the code that nobody knew. The product's name where it is known. */
  text: z.string(),
  quantityThousandths: z.int().min(1).nullable(),
  note: z.string().nullable(),
  memberId: idOf('member').nullable(),
  /** The member agreed to be told when it is there. */
  tellMember: z.boolean(),
});
export type ProductRequestFact = z.infer<typeof productRequestFact>;

export const REQUEST_STATES = ['open', 'ordered', 'answered'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** How far requests have come: the latest mark of each counts. */
export const requestMarkFact = z.object({
  id: idOf('request-mark'),
  storeId: idOf('store'),
  staffId: idOf('staff').nullable(),
  atMs: z.int(),
  state: z.enum(REQUEST_STATES),
  requestIds: z.array(idOf('product-request')),
});
export type RequestMarkFact = z.infer<typeof requestMarkFact>;
