import {
  countProducts,
  PRODUCT_LISTS,
  productByBarcode,
  productBySku,
  productsByPrefix,
} from '../../../db/products/products.queries.ts';
import { productsContract } from '../../../shared/contract/products.contract.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import { afterPrefix } from '../../../shared/kernel/prefix.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { saveProduct } from './save-product.ts';

/** A scanned code is a barcode before it is an SKU. */
const byCode = ({ db }: OpenStore, code: string) =>
  productByBarcode.get(db, { code }) ?? productBySku.get(db, { code }) ?? null;

export const productsRouter = router({
  byCode: serveQuery(productsContract.byCode, ({ store }, { code }) => done(byCode(store, code))),
  find: serveQuery(productsContract.find, ({ store }, { q, limit }) => {
    const exact = byCode(store, q);
    if (exact) return done([exact]);
    const lower = q.toLowerCase().replace(/\s/g, '');
    return done(productsByPrefix.all(store.db, { q, end: afterPrefix(q), lower, lowerEnd: afterPrefix(lower), limit }));
  }),
  list: serveQuery(productsContract.list, ({ store }, { q, sort, descending, offset, limit }) => {
    const filter = { q: q.toLowerCase() };
    const list = PRODUCT_LISTS[sort][descending ? 'descending' : 'ascending'];
    return done({
      total: countProducts.get(store.db, filter)?.total ?? 0,
      rows: list.all(store.db, { ...filter, offset, limit }),
    });
  }),
  save: serveMutation(productsContract.save, ({ store, ids, clock, host }, input) => {
    const outcome = saveProduct(store, input, clock(), ids);
    if (outcome.ok) host.changes.publish(['products']);
    return outcome;
  }),
});
