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
import { keptOrdersOf } from '../lists/kept-orders.ts';
import { orderAs, orderByKey, type RowOrder } from '../lists/order-rows.ts';
import { inSlices, pksOf } from '../lists/read-matches.ts';

type ListInput = z.output<typeof productsContract.list.input>;
/** Which products, and in what order. */
export type ProductQuestion = Pick<ListInput, 'q' | 'where' | 'sort' | 'descending'>;

const keptOrders = keptOrdersOf(['product', 'category']);

/** A window of the product list by position, and how many rows match. */
export async function listProducts(
  store: OpenStore,
  { offset, limit, ...question }: ListInput,
): Promise<{ total: number; rows: ProductRow[] }> {
  const order = await orderOfProducts(store, question);
  return { total: order.length, rows: productRowsOf(store, order.subarray(offset, offset + limit)) };
}

/** What the list shows of some products, in the order of their keys. */
export function productRowsOf({ db }: { readonly db: ReadDb }, pks: Int32Array): ProductRow[] {
  const rows = productRows.all(db, { pks: `[${pks.join()}]` });
  const rowOf = new Map(rows.map(({ productPk, ...row }) => [productPk, row]));
  return [...pks].flatMap((pk) => rowOf.get(pk) ?? []);
}

/** The primary keys of all products that a filter leaves, in the order of the list. */
export function orderOfProducts({ db }: OpenStore, question: ProductQuestion): Promise<RowOrder> {
  const { q, where, sort, descending } = question;
  return keptOrders(db).of(db, JSON.stringify(question), () => {
    const matches = productMatches.where(productClauses(where, q.toLowerCase()));
    const slices = inSlices(db, matches, lastProductPk.get(db, {})?.pk ?? 0);
    if (sort === 'priceMinor') return orderByKey(slices, { descending });
    return orderAs(slices, pksOf(PRODUCTS_IN_ORDER_OF[sort].get(db, {})), descending);
  });
}
