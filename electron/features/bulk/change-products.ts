import { productRows } from '../../../db/products/product-list.queries.ts';
import { productById } from '../../../db/products/products.queries.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { BulkSkip } from '../../../shared/lists/bulk.ts';
import {
  type BulkFields,
  fieldSetBy,
  isAsSet,
  type ProductBulkAct,
  productSkip,
} from '../../../shared/products/product-bulk.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { saveProduct } from '../products/save-product.ts';
import { type BulkAct, type Doing, MOST_ROWS_ONE_BY_ONE } from './bulk-act.ts';

type ProductNow = NonNullable<ReturnType<typeof productById.get>>;
interface ProductBefore {
  readonly productId: Id<'product'>;
  readonly field: Partial<BulkFields>;
}

/** An act on many products: each is saved as a single one is. */
export function changeProducts(store: OpenStore, act: ProductBulkAct): BulkAct<ProductNow, ProductBefore> {
  const { storeId } = store.facts;
  const save = (product: ProductNow, field: Partial<BulkFields>, { nowMs, ids }: Doing): BulkSkip | null =>
    saveProduct(store, { ...product, ...field }, nowMs, ids).ok ? null : 'refused';
  return {
    list: 'products',
    fields: [`column:${act.kind}`],
    rights: ['product.write'],
    canUndo: true,
    rowsOf: (pks) => productRows.all(store.db, { pks: `[${pks.join()}]` }),
    skip: (product) => productSkip(act, product, storeId),
    mostRows: MOST_ROWS_ONE_BY_ONE,
    change: (products, doing) =>
      products.map((product) => {
        const { productId } = product;
        const skip = save(product, fieldSetBy(act), doing);
        return skip ? { skip } : { before: { productId, field: { [act.kind]: product[act.kind] } } };
      }),
    revert: (before, doing) =>
      before.map(({ productId, field }) => {
        const product = productById.get(store.db, { productId });
        if (!product) return 'gone';
        return isAsSet(act, product) ? save(product, field, doing) : 'changed-since';
      }),
  };
}
