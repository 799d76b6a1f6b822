import { describe, expect, it } from 'vitest';
import { productsContract } from '../contract/products.contract.ts';
import { ean13CheckDigit } from '../products/ean-13.ts';
import { SAMPLE_CATALOGUE } from './catalogue.ts';

describe('the sample catalogue', () => {
  it('holds about eighty products', () => {
    expect(SAMPLE_CATALOGUE).toHaveLength(80);
  });

  it('gives every product a name, a code and a barcode of its own', () => {
    for (const key of ['sku', 'name', 'nameEnglish', 'barcode'] as const)
      expect(new Set(SAMPLE_CATALOGUE.map((product) => product[key])).size).toBe(SAMPLE_CATALOGUE.length);
  });

  it('uses barcodes of the range left to shops, closed by the right check digit', () => {
    for (const { barcode, unit } of SAMPLE_CATALOGUE) {
      expect(barcode).toMatch(unit === 'kg' ? /^21\d{11}$/ : /^20\d{11}$/);
      expect(Number(barcode[12])).toBe(ean13CheckDigit(barcode.slice(0, 12)));
    }
  });

  it('is taxed at 13 %, 9 % and 0, each some of it, and sells some by the kilogram', () => {
    expect(new Set(SAMPLE_CATALOGUE.map((product) => product.taxRateBp))).toEqual(new Set([1300, 900, 0]));
    expect(SAMPLE_CATALOGUE.filter((product) => product.unit === 'kg').length).toBeGreaterThan(15);
  });

  it('may be saved as it stands', () => {
    const productId = '01890a5d-ac96-774b-bcce-b302099a8057';
    for (const product of SAMPLE_CATALOGUE)
      expect(productsContract.save.input.safeParse({ ...product, productId, status: 'active' }).success).toBe(true);
  });
});
