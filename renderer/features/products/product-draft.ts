import type { TFunction } from 'i18next';
import type { z } from 'zod';
import type { ProductRow, productsContract } from '../../../shared/contract/products.contract.ts';
import { decimalText, readDecimal } from '../../lib/decimal-text.ts';

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

/** Percent with two places, as the contract counts it. */
const TAX_PLACES = 2;
const HIGHEST_TAX_BP = 10_000;

/** A new product sells by the piece at the standard rate. */
export const newProductDraft = (): ProductDraft => ({
  name: '',
  sku: '',
  barcode: '',
  category: '',
  unit: 'piece',
  price: '',
  tax: '13',
  status: 'active',
});

export const draftOf = (product: ProductRow, minorPlaces: number): ProductDraft => ({
  name: product.name,
  sku: product.sku,
  barcode: product.barcode ?? '',
  category: product.category ?? '',
  unit: product.unit,
  price: decimalText(product.priceMinor, minorPlaces, true),
  tax: decimalText(product.taxRateBp, TAX_PLACES),
  status: product.status,
});

const readTax = (text: string): number | null => {
  const bp = readDecimal(text.replace(/[%％]\s*$/, ''), TAX_PLACES);
  return bp === null || bp > HIGHEST_TAX_BP ? null : bp;
};

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
    tax: readTax(draft.tax) === null ? t('products.form.taxBad') : undefined,
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
  taxRateBp: readTax(draft.tax) ?? 0,
  status: draft.status,
});
