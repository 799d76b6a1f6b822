import type { z } from 'zod';
import { type Act, perform } from '../../../db/changes/act.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import {
  barcodesOf,
  categoryByName,
  productByBarcode,
  productById,
  productBySku,
} from '../../../db/products/products.queries.ts';
import type { ProductRow, productsContract } from '../../../shared/contract/products.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';

type Save = z.output<typeof productsContract.save.input>;
type SaveOutcome = Outcome<ProductRow, Refusal<(typeof productsContract.save.refusals)[number]>>;

/** Adds a product, or writes its next version. Only the owner of a product may change it. */
export function saveProduct(store: OpenStore, input: Save, nowMs: number, ids: IdSource): SaveOutcome {
  const owner = store.facts.storeId as string;
  return perform<SaveOutcome>(store.db, nowMs, (act) => {
    const known = productById.get(act.db, { productId: input.productId });
    if (known && known.owner !== owner) return refuse('not-the-owner');
    const sameSku = productBySku.get(act.db, { code: input.sku });
    if (sameSku && sameSku.productId !== input.productId) return refuse('sku-in-use');
    const sameBarcode = input.barcode ? productByBarcode.get(act.db, { code: input.barcode }) : undefined;
    if (sameBarcode && sameBarcode.productId !== input.productId)
      return refuse('barcode-in-use', { sku: sameBarcode.sku });
    if (known && isUnchanged(known, input)) return done(known);
    act.record('product', {
      id: input.productId,
      owner,
      version: (known?.version ?? 0) + 1,
      sku: input.sku,
      name: input.name,
      categoryId: input.category ? categoryNamed(act, input.category, owner, ids) : null,
      unit: input.unit,
      priceMinor: input.priceMinor,
      costMinor: known?.costMinor ?? null,
      taxRateBp: input.taxRateBp,
      barcodes: barcodesWith(act.db, input),
      status: input.status,
    });
    return done(productById.get(act.db, { productId: input.productId }) as ProductRow);
  });
}

const isUnchanged = (known: ProductRow, input: Save): boolean =>
  known.sku === input.sku &&
  known.name === input.name &&
  known.category === (input.category || null) &&
  known.unit === input.unit &&
  known.priceMinor === input.priceMinor &&
  known.taxRateBp === input.taxRateBp &&
  known.barcode === input.barcode &&
  known.status === input.status;

/** The form shows the first barcode only; the others stay. */
function barcodesWith(db: ReadDb, { productId, barcode }: Save): string[] {
  const others = barcodesOf
    .all(db, { productId })
    .slice(1)
    .map((other) => other.barcode);
  return [barcode, ...others.filter((other) => other !== barcode)].filter((code) => code !== null);
}

/** The category of this name, made when there is none. */
export function categoryNamed(act: Act, name: string, owner: string, ids: IdSource): Id<'category'> {
  const known = categoryByName.get(act.db, { name });
  if (known) return known.categoryId;
  const id = ids<'category'>();
  act.record('category', { id, owner, version: 1, name, parentId: null });
  return id;
}
