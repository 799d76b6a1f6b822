import { z } from 'zod';
import { idOf } from '../../kernel/id.ts';
import { extraAction } from '../terms.ts';

/** A product that is handed over without being rung up. `worthMinor` is what it counts for where offers compete. */
export const gift = extraAction({
  args: z.object({
    kind: z.literal('gift'),
    productId: idOf('product'),
    quantityThousandths: z.int().min(1).max(1_000_000),
    worthMinor: z.int().min(0).max(1_000_000_000),
  }),
  fields: { productId: 'product', quantityThousandths: 'quantity', worthMinor: 'money' },
  reasons: [],
  extra({ productId, quantityThousandths }) {
    return { kind: 'gift', productId, quantityThousandths };
  },
  worthMinor: ({ worthMinor }) => worthMinor,
});
