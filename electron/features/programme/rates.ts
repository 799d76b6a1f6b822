import { categoriesWith, categoryById, productById } from '../../../db/products/products.queries.ts';
import type { Rateable, RatedRow } from '../../../shared/contract/programme.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { findProducts } from '../products/find-products.ts';

const byName = (a: Rateable, b: Rateable): number => a.name.localeCompare(b.name, 'zh');

/** What has a rate of its own in the programme in force: the categories, then the products, each by name. */
export function ratedRows(store: OpenStore): RatedRow[] {
  const { categoryPercent, productPercent } = store.programme().earn;
  const categories = Object.entries(categoryPercent).map(([id, percent]): RatedRow => {
    const name = categoryById.get(store.db, { categoryId: id as Id<'category'> })?.name ?? id;
    return { kind: 'category', id, name, code: null, percent };
  });
  const products = Object.entries(productPercent).map(([id, percent]): RatedRow => {
    const product = productById.get(store.db, { productId: id as Id<'product'> });
    return { kind: 'product', id, name: product?.name ?? id, code: product?.sku ?? null, percent };
  });
  return [...categories.toSorted(byName), ...products.toSorted(byName)];
}

/** What can be given a rate, by what was typed: categories first. */
export function findRateable(
  store: OpenStore,
  { q, limit }: { readonly q: string; readonly limit: number },
): Rateable[] {
  const categories = categoriesWith
    .all(store.db, { q: q.toLowerCase(), limit })
    .map(({ categoryId, name }): Rateable => ({ kind: 'category', id: categoryId, name, code: null }));
  const products = findProducts(store, { q, limit }).map(
    ({ productId, name, sku }): Rateable => ({ kind: 'product', id: productId, name, code: sku }),
  );
  return [...categories, ...products].slice(0, limit);
}
