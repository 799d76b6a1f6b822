import { z } from 'zod';

/** The lists that can be arranged. */
export const LISTS = ['members', 'products', 'audit'] as const;
export type ListName = (typeof LISTS)[number];

const column = z.string().min(1).max(48);
const columns = z.array(column).max(60);

/** How somebody arranged a list. Columns are named by their ids; those that it does not name stand as they come. */
export const listLayout = z.object({
  /** All columns, from left to right. */
  order: columns,
  hidden: columns,
  /** Those that stay in sight while the others scroll, from the left edge. */
  pinned: columns,
  widthsPx: z.record(column, z.int().min(40).max(1200)),
});
export type ListLayout = Readonly<z.infer<typeof listLayout>>;

export const AS_IT_COMES: ListLayout = { order: [], hidden: [], pinned: [], widthsPx: {} };
