import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { checkProductDraft, draftOf, newProductDraft, type ProductDraft, productOf } from './product-draft.ts';

const t = ((key: string) => key) as unknown as TFunction;
const draft = (changes: Partial<ProductDraft> = {}): ProductDraft => ({
  ...newProductDraft(),
  name: '东北大米 5kg',
  sku: 'RICE-5',
  price: '39.90',
  ...changes,
});
const wrong = (changes: Partial<ProductDraft>, places = 2) =>
  Object.entries(checkProductDraft(draft(changes), places, t)).flatMap(([name, words]) => (words ? [name] : []));

test('prices are sent in the minor unit, taxes in hundredths of a percent', () => {
  expect(productOf(draft({ price: '39.9', tax: '6.5' }), 2)).toMatchObject({ priceMinor: 3990, taxRateBp: 650 });
  expect(productOf(draft({ price: '1200', tax: '10 %' }), 0)).toMatchObject({ priceMinor: 1200, taxRateBp: 1000 });
});

test('what was left empty is sent as nothing', () => {
  expect(productOf(draft({ barcode: ' ', category: '' }), 2)).toMatchObject({ barcode: null, category: null });
});

test('a product on file opens as it was saved', () => {
  const product = { ...productOf(draft({ barcode: '6901234567892', category: '粮油' }), 2), productId: 'id' as never };
  expect(productOf(draftOf(product, 2), 2)).toEqual(
    productOf(draft({ barcode: '6901234567892', category: '粮油' }), 2),
  );
});

test('each field says what is wrong with it', () => {
  expect(wrong({})).toEqual([]);
  expect(wrong({ name: ' ' })).toEqual(['name']);
  expect(wrong({ sku: '大米' })).toEqual(['sku']);
  expect(wrong({ barcode: '12' })).toEqual(['barcode']);
  expect(wrong({ price: '39.905' })).toEqual(['price']);
  expect(wrong({ price: '39.90' }, 0)).toEqual(['price']);
  expect(wrong({ tax: '101' })).toEqual(['tax']);
});
