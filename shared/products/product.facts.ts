import { z } from 'zod';
import { idOf } from '../kernel/id.ts';

const owned = { owner: z.string(), version: z.int().min(1) };

export const categoryFact = z.object({
  id: idOf('category'),
  ...owned,
  name: z.string(),
  parentId: idOf('category').nullable(),
});
export type CategoryFact = z.infer<typeof categoryFact>;

export const productFact = z.object({
  id: idOf('product'),
  ...owned,
  sku: z.string(),
  name: z.string(),
  categoryId: idOf('category').nullable(),
  unit: z.enum(['piece', 'kg']),
  priceMinor: z.int().min(0),
  costMinor: z.int().min(0).nullable(),
  taxRateBp: z.int().min(0).max(10_000),
  barcodes: z.array(z.string()),
  status: z.enum(['active', 'discontinued']),
});
export type ProductFact = z.infer<typeof productFact>;
