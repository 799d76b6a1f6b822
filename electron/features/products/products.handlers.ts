import { categoriesInUse, taxRatesInUse } from '../../../db/products/product-list.queries.ts';
import { productsContract } from '../../../shared/contract/products.contract.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { findProducts, productByCode } from './find-products.ts';
import { listProducts } from './list-products.ts';
import { saveProduct } from './save-product.ts';

export const productsRouter = router({
  byCode: serveQuery(productsContract.byCode, ({ store }, { code }) => done(productByCode(store, code))),
  find: serveQuery(productsContract.find, ({ store }, asked) => done(findProducts(store, asked))),
  list: serveQuery(productsContract.list, async ({ store }, input) => done(await listProducts(store, input))),
  choices: serveQuery(productsContract.choices, ({ store }) =>
    done({
      categories: categoriesInUse.all(store.db, {}),
      taxRatesBp: taxRatesInUse.all(store.db, {}).map(({ taxRateBp }) => taxRateBp),
    }),
  ),
  save: serveMutation(productsContract.save, ({ store, ids, clock, host }, input) => {
    const outcome = saveProduct(store, input, clock(), ids);
    if (outcome.ok) host.changes.publish(['products']);
    return outcome;
  }),
});
