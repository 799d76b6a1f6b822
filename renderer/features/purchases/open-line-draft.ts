import type { TFunction } from 'i18next';
import type { OpenItem } from '../../../shared/purchases/open-item.ts';
import { decimalText, readDecimal } from '../../lib/decimal-text.ts';
import { readTaxRate, STANDARD_TAX_RATE, taxRateText } from '../../lib/tax-rate-text.ts';
import type { BasketLine } from './basket.ts';
import { readQuantity } from './quantity-text.ts';

/** What the dialog for goods that are not on file begins with, and what is typed there. */
export interface OpenLineDraft {
  /** The line that is changed; null for a new one. */
  readonly lineId: number | null;
  readonly barcode: string | null;
  readonly name: string;
  readonly price: string;
  readonly tax: string;
  readonly quantity: string;
}

/** A draft for what was scanned or typed: a code where it reads like one, else a name. */
export function openLineDraft(typed: string, quantity: string | null): OpenLineDraft {
  const isCode = /^(?=.*\d)[\w-]{3,64}$/.test(typed);
  return {
    lineId: null,
    barcode: isCode ? typed : null,
    name: isCode ? '' : typed,
    price: '',
    tax: STANDARD_TAX_RATE,
    quantity: quantity ?? '1',
  };
}

export const draftOfLine = (
  { lineId, open, name, priceMinor, quantityThousandths }: BasketLine,
  digits: number,
): OpenLineDraft => ({
  lineId,
  barcode: open?.barcode ?? null,
  name,
  price: decimalText(priceMinor, digits, true),
  tax: taxRateText(open?.taxRateBp ?? 0),
  quantity: decimalText(quantityThousandths, 3),
});

/** What is wrong with a draft, at its fields. A product of the catalogue (`asProduct`) needs a name. */
export function checkOpenLine(draft: OpenLineDraft, digits: number, asProduct: boolean, t: TFunction) {
  const priceMinor = readDecimal(draft.price, digits);
  return {
    name: asProduct && draft.name.trim() === '' ? t('purchases.open.catalogueName') : undefined,
    price: priceMinor === null || priceMinor === 0 ? t('purchases.open.priceBad') : undefined,
    tax: readTaxRate(draft.tax) === null ? t('products.form.taxBad') : undefined,
    quantity: readQuantity(draft.quantity, 'piece') === null ? t('purchases.open.quantityBad') : undefined,
  };
}

/** A draft without faults as it is sold. */
export const openItemOf = (draft: OpenLineDraft, digits: number, unnamed: string): OpenItem => ({
  barcode: draft.barcode,
  name: draft.name.trim() || unnamed,
  unitPriceMinor: readDecimal(draft.price, digits) ?? 0,
  taxRateBp: readTaxRate(draft.tax) ?? 0,
});

export const quantityOf = ({ quantity }: OpenLineDraft): number => readQuantity(quantity, 'piece') ?? 0;

/** Codes of this form are codes of products, and this one is no card: what the catalogue and the cards take. */
export const mayBeProduct = (barcode: string | null): barcode is string =>
  barcode !== null && /^[\w-]{3,32}$/.test(barcode);
export const mayBeCard = (barcode: string | null): barcode is string =>
  barcode !== null && /^[0-9A-Za-z-]{4,32}$/.test(barcode);
