import { z } from 'zod';
import { productByBarcode, productBySku } from '../../../db/products/products.queries.ts';
import { linesToReturn, purchaseById } from '../../../db/purchases/purchases.queries.ts';
import { points, quantityThousandths as quantity, someWords } from '../../../shared/contract/fields.ts';
import { openItem } from '../../../shared/contract/purchases.contract.ts';
import { type Id, idOf } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { BasketLine } from '../../../shared/purchases/sale.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { posApiSetting } from '../../features/api-keys/pos-api-setting.ts';
import { requestProblem } from './problem.ts';

const NAMES = ['productId', 'barcode', 'sku', 'open'] as const;

const basketLine = z
  .strictObject({
    productId: idOf('product').optional(),
    barcode: someWords(64).optional(),
    sku: someWords(64).optional(),
    open: z
      .strictObject({ ...openItem.shape, barcode: openItem.shape.barcode.default(null) })
      .optional()
      .describe(
        'Goods that are not in the catalogue, by name, price of one in minor units with tax, tax rate in hundredths of a percent, and barcode if there is one.',
      )
      .meta({
        examples: [{ name: '荧光笔', unitPriceMinor: 1200, taxRateBp: 1300, barcode: '4006381333931' }],
      }),
    quantityThousandths: quantity.describe('In thousandths of the unit: 2000 is two pieces, 1500 is 1.5 kg.'),
  })
  .refine((line) => NAMES.filter((name) => line[name] !== undefined).length === 1, 'name-it-once')
  .meta({ oneOf: NAMES.map((name) => ({ type: 'object', properties: { [name]: {} }, required: [name] })) });
type NamedLine = z.output<typeof basketLine>;

export const basket = z.strictObject({
  memberId: idOf('member').nullable().default(null),
  lines: z.array(basketLine).min(1).max(500),
  pointsToRedeem: points.default(0).describe('Points that pay a part; whole steps of the programme.'),
  coupons: z
    .array(someWords(40))
    .max(20)
    .optional()
    .describe('Codes of coupons that the customer presents, as scanned or typed.'),
});

/**
 * The products that lines name, and goods that are not in the catalogue, where a manager has allowed them. Where the
 * sale was made before (a lost answer is asked for again), its own lines go before the catalogue, in which a barcode
 * may have moved on since.
 */
export function linesNamed(
  store: OpenStore,
  lines: readonly NamedLine[],
  earlierId: Id<'purchase'> | null,
): Outcome<BasketLine[], Refusal<'product-unknown'>> {
  const { db } = store;
  const earlier = earlierId && purchaseById.get(db, { purchaseId: earlierId });
  const sold = earlier ? linesToReturn.all(db, { purchasePk: earlier.purchasePk }) : [];
  const named: BasketLine[] = [];
  // What was sold while it was allowed is answered as it was.
  const mayBeOpen = earlier !== null || posApiSetting(store).openLinesById !== null;
  for (const [index, { productId, barcode, sku, open, quantityThousandths }] of lines.entries()) {
    if (open) {
      if (!mayBeOpen) throw requestProblem('open-lines-off', { details: { lineNo: index + 1 } });
      named.push({ open, quantityThousandths });
      continue;
    }
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
