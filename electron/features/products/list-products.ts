import type { z } from 'zod';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { productClauses } from '../../../db/products/product-conditions.ts';
import {
  lastProductPk,
  PRODUCTS_IN_ORDER_OF,
  productMatches,
  productRows,
} from '../../../db/products/product-list.queries.ts';
import type { ProductRow, productsContract } from '../../../shared/contract/products.contract.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { keptWhileTrueOf } from '../lists/kept-while-true.ts';
import { orderAs, orderByKey, type RowOrder, rowsOf } from '../lists/order-rows.ts';
import { inSlices, pksOf } from '../lists/read-matches.ts';

type ListInput = z.output<typeof productsContract.list.input>;
/** Which products, and in what order. */
export type ProductQuestion = Pick<ListInput, 'q' | 'where' | 'sort' | 'descending'>;

const keptOrders = keptWhileTrueOf<RowOrder>(['product', 'category']);

/** A window of the product list by position, and how many rows match. */
export async function listProducts(
  store: OpenStore,
  { offset, limit, descending, ...question }: ListInput,
): Promise<{ total: number; rows: ProductRow[] }> {
  const order = await knownOrder(store, question);
  const pks = rowsOf(order, descending, offset, limit);
  return { total: order.sorted.length + order.without.length, rows: productRowsOf(store, pks) };
}

/** What the list shows of some products, in the order of their keys. */
export function productRowsOf({ db }: { readonly db: ReadDb }, pks: Int32Array): ProductRow[] {
  const rows = productRows.all(db, { pks: `[${pks.join()}]` });
  const rowOf = new Map(rows.map(({ productPk, ...row }) => [productPk, row]));
  return [...pks].flatMap((pk) => rowOf.get(pk) ?? []);
}

/** The primary keys of all products that a filter leaves, in the order of the list. */
export const orderOfProducts = async (
  store: OpenStore,
  { descending, ...question }: ProductQuestion,
): Promise<Int32Array> => rowsOf(await knownOrder(store, question), descending);

/** One order serves both ways. */
function knownOrder({ db }: OpenStore, question: Omit<ProductQuestion, 'descending'>): Promise<RowOrder> {
  const { q, where, sort } = question;
  return keptOrders(db).of(db, JSON.stringify(question), () => {
    const matches = productMatches.where(productClauses(where, q.toLowerCase()));
    const slices = inSlices(db, matches, lastProductPk.get(db, {})?.pk ?? 0);
    if (sort === 'priceMinor') return orderByKey(slices);
    return orderAs(slices, pksOf(PRODUCTS_IN_ORDER_OF[sort].get(db, {})));
  });
}
