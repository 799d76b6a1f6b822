import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { bulkPreview, bulkStatus, openBulkRun, selectionOf } from '../lists/bulk.ts';
import { memberBulkAct } from '../members/member-bulk.ts';
import { productBulkAct } from '../products/product-bulk.ts';
import { membersContract } from './members.contract.ts';
import { mutation, query } from './procedure.ts';
import { productsContract } from './products.contract.ts';

const asShown = { q: true, where: true, sort: true, descending: true } as const;
const members = z.object({
  selection: selectionOf('member', membersContract.list.input.pick(asShown)),
  act: memberBulkAct,
});
const products = z.object({
  selection: selectionOf('product', productsContract.list.input.pick(asShown)),
  act: productBulkAct,
});
const run = z.object({ runId: idOf('bulk') });
const begun = {
  ...run.shape,
  /** How many rows were selected when it was looked at: with another number by now nothing is begun. */
  count: z.int().min(1),
};
/** `bulk-running`: one runs at a time. `selection-changed` {count}: others match by now. */
const refusals = ['bulk-running', 'bulk-id-reused', 'selection-changed', 'right-missing'] as const;
/** Of a run that is looked for. The list that it is about may be no more. */
const toFind = ['bulk-unknown', 'right-missing', 'audience-unknown', 'audience-no-list'] as const;

/**
 * Acts on many rows of a list: looked at first, then done in chunks between which the till has its turn. Each row is
 * changed by the use case that changes one. The window makes `runId` once: asked again, nothing is done twice. How far a
 * run came is kept with what it changed: what a restart cuts off is gone on with, or undone.
 */
export const bulkContract = {
  previewMembers: query({
    access: 'member.bulk',
    input: members,
    output: bulkPreview,
    refusals: ['right-missing', 'audience-unknown', 'audience-no-list'],
  }),
  /** Answers with how far it is: most are done by then. */
  members: mutation({
    access: 'member.bulk',
    input: members.extend(begun),
    output: bulkStatus,
    refusals: [...refusals, 'note-needed', 'note-personal', 'audience-unknown', 'audience-no-list'],
  }),
  previewProducts: query({ access: 'product.write', input: products, output: bulkPreview }),
  products: mutation({ access: 'product.write', input: products.extend(begun), output: bulkStatus, refusals }),
  /** How far a run is; the last few are kept. */
  status: query({ access: 'signed-in', input: run, output: bulkStatus, refusals: toFind }),
  /** Those that the end of the program cut off, as far as whoever asks may go on with them. */
  interrupted: query({
    access: 'signed-in',
    input: z.object({ list: z.enum(['members', 'products']) }),
    output: z.array(openBulkRun),
  }),
  /** Goes on with one that was cut off, be it the act or its undo. */
  resume: mutation({ access: 'signed-in', input: run, output: bulkStatus, refusals: [...toFind, 'bulk-running'] }),
  /** What is done stays done. */
  stop: mutation({ access: 'signed-in', input: run, output: z.null(), refusals: toFind }),
  /** Puts back what the run changed and nobody changed since. */
  undo: mutation({
    access: 'signed-in',
    input: run,
    output: bulkStatus,
    refusals: [...toFind, 'bulk-running', 'bulk-not-undoable'],
  }),
};
