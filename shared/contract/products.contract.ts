import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { productConditions } from '../products/product-fields.ts';
import { PRODUCT_STATUSES } from '../products/product-statuses.ts';
import { choice, nonNegativeMinor, someWords, words } from './fields.ts';
import { mutation, query } from './procedure.ts';

export const UNITS = ['piece', 'kg'] as const;

const productRow = z.object({
  productId: idOf('product'),
  sku: z.string(),
  name: z.string(),
  category: z.string().nullable(),
  unit: z.enum(UNITS),
  priceMinor: nonNegativeMinor,
  /** Tax included in the price, in hundredths of a percent: 1300 is 13 %. */
  taxRateBp: z.int().min(0).max(10_000),
  barcode: z.string().nullable(),
  status: z.enum(PRODUCT_STATUSES),
});

export const PRODUCT_SORTS = ['name', 'sku', 'priceMinor', 'category'] as const;

export const productsContract = {
  /** Finds by barcode or SKU (exact), else by the beginning of name, pinyin or initials. */
  find: query({
    access: 'product.read',
    input: z.object({ q: someWords(64), limit: z.int().min(1).max(20).default(10) }),
    output: z.array(productRow),
  }),
  /** The product that a scanned code names, or null. */
  byCode: query({
    access: 'product.read',
    input: z.object({ code: someWords(64) }),
    output: productRow.nullable(),
  }),
  list: query({
    access: 'product.read',
    input: z.object({
      q: words(64).default(''),
      where: productConditions.default([]),
      sort: z.enum(PRODUCT_SORTS).default('name'),
      descending: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({ total: z.int(), rows: z.array(productRow) }),
  }),
  /** What the filters of the list choose among, where only the store knows; tax rates in hundredths of a percent. */
  choices: query({
    access: 'product.read',
    input: z.void(),
    output: z.object({ categories: z.array(choice), taxRatesBp: z.array(z.int()) }),
  }),
  /** Adds a product, or changes the one with this id. */
  save: mutation({
    access: 'product.write',
    input: z.object({
      productId: idOf('product'),
      sku: z.string().regex(/^[\w.-]{1,32}$/),
      name: someWords(120),
      category: words(60).nullable(),
      unit: z.enum(UNITS),
      priceMinor: nonNegativeMinor,
      taxRateBp: z.int().min(0).max(10_000),
      barcode: z
        .string()
        .regex(/^[\w-]{3,32}$/)
        .nullable(),
      status: z.enum(PRODUCT_STATUSES),
    }),
    output: productRow,
    refusals: ['sku-in-use', 'barcode-in-use', 'not-the-owner'],
  }),
};
export type ProductRow = z.infer<typeof productRow>;
