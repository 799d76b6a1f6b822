import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { LISTS, listLayout } from '../lists/layout.ts';
import { memberConditions } from '../members/member-fields.ts';
import { productConditions } from '../products/product-fields.ts';
import { someWords } from './fields.ts';
import { mutation, query } from './procedure.ts';

const list = z.enum(LISTS);

/** A filter that somebody kept under a name. */
const keptFilter = z.object({
  filterId: idOf('list-filter'),
  name: z.string(),
  conditions: z.union([memberConditions, productConditions]),
});

/** How whoever is signed in looks at lists: arranged columns and kept filters, nobody else's. */
export const listsContract = {
  layout: query({ access: 'signed-in', input: z.object({ list }), output: listLayout.nullable() }),
  /** Null: as it comes again. */
  arrange: mutation({
    access: 'signed-in',
    input: z.object({ list, layout: listLayout.nullable() }),
    output: z.null(),
  }),
  filters: query({ access: 'signed-in', input: z.object({ list }), output: z.array(keptFilter) }),
  /** Keeps a filter under a name. A name that is taken gets these conditions instead. */
  keepFilter: mutation({
    access: 'signed-in',
    input: z.object({
      filterId: idOf('list-filter'),
      list,
      name: someWords(40),
      conditions: z.union([memberConditions, productConditions]).refine((conditions) => conditions.length > 0),
    }),
    output: z.null(),
    refusals: ['too-many-filters'],
  }),
  dropFilter: mutation({
    access: 'signed-in',
    input: z.object({ filterId: idOf('list-filter') }),
    output: z.null(),
  }),
};
