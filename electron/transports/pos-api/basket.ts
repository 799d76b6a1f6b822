import { z } from 'zod';
import { productByBarcode, productBySku } from '../../../db/products/products.queries.ts';
import { linesToReturn, purchaseById } from '../../../db/purchases/purchases.queries.ts';
import { points, quantityThousandths as quantity, someWords } from '../../../shared/contract/fields.ts';
import { type Id, idOf } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';

const NAMES = ['productId', 'barcode', 'sku'] as const;

const basketLine = z
  .strictObject({
    productId: idOf('product').optional(),
    barcode: someWords(64).optional(),
    sku: someWords(64).optional(),
    quantityThousandths: quantity.describe('In thousandths of the unit: 2000 is two pieces, 1500 is 1.5 kg.'),
  })
  .refine((line) => NAMES.filter((name) => line[name] !== undefined).length === 1, 'name-it-once')
  .meta({ oneOf: NAMES.map((name) => ({ type: 'object', properties: { [name]: {} }, required: [name] })) });
type NamedLine = z.output<typeof basketLine>;

export const basket = z.strictObject({
  memberId: idOf('member').nullable().default(null),
  lines: z.array(basketLine).min(1).max(500),
  pointsToRedeem: points.default(0).describe('Points that pay a part; whole steps of the programme.'),
});

interface BasketLine {
  readonly productId: Id<'product'>;
  readonly quantityThousandths: number;
}

/**
 * The products that lines name. Where the sale was made before (a lost answer is asked for again), its own lines go
 * before the catalogue, in which a barcode may have moved on since.
 */
export function productsNamed(
  { db }: OpenStore,
  lines: readonly NamedLine[],
  earlierId: Id<'purchase'> | null,
): Outcome<BasketLine[], Refusal<'product-unknown'>> {
  const earlier = earlierId && purchaseById.get(db, { purchaseId: earlierId });
  const sold = earlier ? linesToReturn.all(db, { purchasePk: earlier.purchasePk }) : [];
  const named: BasketLine[] = [];
  for (const [index, { productId, barcode, sku, quantityThousandths }] of lines.entries()) {
    const before = sold[index];
    const wasNamedSo = before?.barcode === barcode || before?.sku === sku;
    const found =
      productId ??
      (wasNamedSo ? before?.productId : null) ??
      (barcode === undefined ? undefined : productByBarcode.get(db, { code: barcode })?.productId) ??
      (sku === undefined ? undefined : productBySku.get(db, { code: sku })?.productId);
    if (!found) return refuse('product-unknown', { lineNo: index + 1 });
    named.push({ productId: found, quantityThousandths });
  }
  return done(named);
}
