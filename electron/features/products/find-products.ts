import { productByBarcode, productBySku, productsByPrefix } from '../../../db/products/products.queries.ts';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { afterPrefix } from '../../../shared/kernel/prefix.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** A scanned code is a barcode before it is an SKU. */
export const productByCode = ({ db }: OpenStore, code: string): ProductRow | null =>
  productByBarcode.get(db, { code }) ?? productBySku.get(db, { code }) ?? null;

/** Products by a code of theirs, else by the beginning of name, pinyin or initials. */
export function findProducts(
  store: OpenStore,
  { q, limit }: { readonly q: string; readonly limit: number },
): ProductRow[] {
  const exact = productByCode(store, q);
  if (exact) return [exact];
  const lower = q.toLowerCase().replace(/\s/g, '');
  return productsByPrefix.all(store.db, { q, end: afterPrefix(q), lower, lowerEnd: afterPrefix(lower), limit });
}
