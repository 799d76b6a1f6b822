import type { z } from 'zod';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { pksOfMembers } from '../../../db/members/member-list.queries.ts';
import { pksOfProducts } from '../../../db/products/product-list.queries.ts';
import type { bulkContract } from '../../../shared/contract/bulk.contract.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { pksOf } from '../lists/read-matches.ts';
import { orderOfMembers } from '../members/list-members.ts';
import { orderOfProducts } from '../products/list-products.ts';

type Members = z.output<typeof bulkContract.previewMembers.input>['selection'];
type Products = z.output<typeof bulkContract.previewProducts.input>['selection'];

const without = (all: Int32Array, left: readonly number[]): Int32Array => {
  const out = new Set(left);
  return out.size === 0 ? all : all.filter((pk) => !out.has(pk));
};
const named = (db: ReadDb, query: typeof pksOfMembers, ids: readonly string[]): number[] =>
  pksOf(query.get(db, { ids: JSON.stringify(ids) }));

/** The keys of the members that are selected: picked by their ids, or all that match but for some. */
export async function selectedMembers(store: OpenStore, selection: Members, nowMs: number): Promise<Int32Array> {
  if ('ids' in selection) return Int32Array.from(named(store.db, pksOfMembers, selection.ids));
  const all = await orderOfMembers(store, selection.matching, nowMs);
  return without(all, named(store.db, pksOfMembers, selection.except));
}

export async function selectedProducts(store: OpenStore, selection: Products): Promise<Int32Array> {
  if ('ids' in selection) return Int32Array.from(named(store.db, pksOfProducts, selection.ids));
  const all = await orderOfProducts(store, selection.matching);
  return without(all, named(store.db, pksOfProducts, selection.except));
}
