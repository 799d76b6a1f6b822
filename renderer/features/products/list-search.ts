import { z } from 'zod';
import { PRODUCT_SORTS } from '../../../shared/contract/products.contract.ts';
import { productConditions } from '../../../shared/products/product-fields.ts';

/** What the address says of the list. What it cannot say is left out, so that an old address still leads there. */
export const productListSearch = z.object({
  where: productConditions.optional().catch(undefined),
  sort: z
    .object({ by: z.enum(PRODUCT_SORTS), descending: z.boolean() })
    .optional()
    .catch(undefined),
});
