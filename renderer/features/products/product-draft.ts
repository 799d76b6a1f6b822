import type { TFunction } from 'i18next';
import type { z } from 'zod';
import type { ProductRow, productsContract } from '../../../shared/contract/products.contract.ts';
import { decimalText, readDecimal } from '../../lib/decimal-text.ts';
import { readTaxRate, STANDARD_TAX_RATE, taxRateText } from '../../lib/tax-rate-text.ts';

/** What the product form holds: text as typed. */
export interface ProductDraft {
  readonly name: string;
  readonly sku: string;
  readonly barcode: string;
  readonly category: string;
  readonly unit: ProductRow['unit'];
  readonly price: string;
  readonly tax: string;
  readonly status: ProductRow['status'];
}

type Save = Omit<z.input<typeof productsContract.save.input>, 'productId'>;

/** A new product sells by the piece at the standard rate. */
export const newProductDraft = (): ProductDraft => ({
  name: '',
  sku: '',
  barcode: '',
  category: '',
  unit: 'piece',
  price: '',
  tax: STANDARD_TAX_RATE,
  status: 'active',
});

export const draftOf = (product: ProductRow, minorPlaces: number): ProductDraft => ({
  name: product.name,
  sku: product.sku,
  barcode: product.barcode ?? '',
  category: product.category ?? '',
  unit: product.unit,
  price: decimalText(product.priceMinor, minorPlaces, true),
  tax: taxRateText(product.taxRateBp),
  status: product.status,
});

function skuProblem(sku: string, t: TFunction): string | undefined {
  if (sku === '') return t('form.required');
  return /^[\w.-]{1,32}$/.test(sku) ? undefined : t('products.form.skuBad');
}

/** What is wrong with a draft, at its fields. */
export function checkProductDraft(
  draft: ProductDraft,
  minorPlaces: number,
  t: TFunction,
): Partial<Record<keyof ProductDraft, string | undefined>> {
  const barcode = draft.barcode.trim();
  return {
    name: draft.name.trim() === '' ? t('form.required') : undefined,
    sku: skuProblem(draft.sku.trim(), t),
    barcode: barcode === '' || /^[\w-]{3,32}$/.test(barcode) ? undefined : t('products.form.barcodeBad'),
    price:
      readDecimal(draft.price, minorPlaces) === null
        ? t(minorPlaces === 0 ? 'products.form.priceWhole' : 'products.form.priceBad')
        : undefined,
    tax: readTaxRate(draft.tax) === null ? t('products.form.taxBad') : undefined,
  };
}

/** A draft without faults as the API takes it: integers only. */
export const productOf = (draft: ProductDraft, minorPlaces: number): Save => ({
  name: draft.name.trim(),
  sku: draft.sku.trim(),
  barcode: draft.barcode.trim() || null,
  category: draft.category.trim() || null,
  unit: draft.unit,
  priceMinor: readDecimal(draft.price, minorPlaces) ?? 0,
  taxRateBp: readTaxRate(draft.tax) ?? 0,
  status: draft.status,
});
