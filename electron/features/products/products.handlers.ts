import { countProducts, PRODUCT_LISTS } from '../../../db/products/products.queries.ts';
import { productsContract } from '../../../shared/contract/products.contract.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { findProducts, productByCode } from './find-products.ts';
import { saveProduct } from './save-product.ts';

export const productsRouter = router({
  byCode: serveQuery(productsContract.byCode, ({ store }, { code }) => done(productByCode(store, code))),
  find: serveQuery(productsContract.find, ({ store }, asked) => done(findProducts(store, asked))),
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
