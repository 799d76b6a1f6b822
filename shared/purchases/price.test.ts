import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { FIRST_PROGRAMME } from '../points/programme.ts';
import { MAX_BASKET_MINOR, type ProductSnapshot, priceLine, taxWithin } from './price.ts';
import { type BasketSnapshot, priceBasket } from './sale.ts';

type Product = ProductSnapshot & { readonly productId: Id<'product'> };
const product: fc.Arbitrary<Product> = fc.record({
  productId: fc.uuid().map((id) => id as Id<'product'>),
  categoryId: fc.constant(null),
  sku: fc.constant('SKU'),
  name: fc.constant('Tea'),
  barcode: fc.constant(null),
  unit: fc.constantFrom('piece', 'kg'),
  priceMinor: fc.oneof(fc.nat(100_000), fc.nat(1_000_000_000_000)),
  costMinor: fc.constant(null),
  taxRateBp: fc.nat(10_000),
});
const quantity = fc.oneof(
  fc.constant(1000),
  fc.integer({ min: 1, max: 50_000 }),
  fc.integer({ min: 1, max: 1_000_000_000 }),
);
const basket = fc.array(fc.tuple(product, quantity), { maxLength: 30 });

const snapshotOf = (products: readonly Product[]): BasketSnapshot => ({
  products: new Map(products.map((one) => [one.productId, one])),
  member: null,
  programme: FIRST_PROGRAMME,
  day: { zone: 'Asia/Shanghai', cutoverMinutes: 0 },
  offers: null,
  presented: [],
});
const price = (lines: readonly (readonly [Product, number])[]) =>
  priceBasket(
    snapshotOf(lines.map(([one]) => one)),
    {
      lines: lines.map(([{ productId }, quantityThousandths]) => ({ productId, quantityThousandths })),
      pointsToRedeem: 0,
    },
    [],
    0,
  );

describe('a priced basket', () => {
  it('sums its lines to the minor unit, or is refused as too dear', () => {
    fc.assert(
      fc.property(basket, (lines) => {
        const gross = lines.reduce(
          (sum, [one, thousandths]) => sum + (BigInt(one.priceMinor) * BigInt(thousandths) * 2n + 1000n) / 2000n,
          0n,
        );
        const priced = price(lines);
        expect(priced.ok).toBe(gross <= BigInt(MAX_BASKET_MINOR));
        fc.pre(priced.ok);
        expect(BigInt(priced.value.grossMinor)).toBe(gross);
        expect(priced.value.grossMinor - priced.value.discountMinor).toBe(priced.value.netMinor);
        expect(priced.value.taxMinor).toBe(priced.value.lines.reduce((sum, line) => sum + line.taxMinor, 0));
        expect(priced.value.pointsPerLine).toEqual(lines.map(() => 0));
      }),
    );
  });

  it('names a product that it does not know', () => {
    const unknown = { lines: [{ productId: 'p' as Id<'product'>, quantityThousandths: 1 }], pointsToRedeem: 0 };
    expect(priceBasket(snapshotOf([]), unknown, [], 0)).toMatchObject({ reason: 'product-unknown' });
  });
});

describe('the tax', () => {
  it('lies within the price: what is left, taxed anew, is the price again to within a unit', () => {
    fc.assert(
      fc.property(fc.nat(MAX_BASKET_MINOR), fc.nat(10_000), (amountMinor, taxRateBp) => {
        const taxMinor = taxWithin(amountMinor, taxRateBp);
        expect(taxMinor >= 0 && taxMinor <= amountMinor).toBe(true);
        const left = BigInt(amountMinor - taxMinor);
        const again = left * BigInt(10_000 + taxRateBp);
        const off = again - BigInt(amountMinor) * 10_000n;
        expect((off < 0n ? -off : off) * 2n <= BigInt(10_000 + taxRateBp)).toBe(true);
      }),
    );
  });

  it('of a return mirrors that of the sale', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.nat(10_000),
        (amountMinor, rate) => void expect(taxWithin(-amountMinor, rate) || 0).toBe(-taxWithin(amountMinor, rate) || 0),
      ),
    );
  });
});

describe('a weighed line', () => {
  it('is price times weight, rounded half up', () => {
    const rice = { priceMinor: 999, taxRateBp: 0 } as ProductSnapshot;
    expect(priceLine(rice, 500)).toMatchObject({ grossMinor: 500, netMinor: 500, discountMinor: 0 });
    expect(priceLine(rice, 1)).toMatchObject({ grossMinor: 1 });
  });
});
