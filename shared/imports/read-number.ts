import { type Decimal, parseDecimal } from './decimal.ts';
import { type Read, read, wrong } from './fault.ts';
import type { ReadingTerms } from './terms.ts';

const MOST_MINOR = 100_000_000_000;
const MOST_POINTS = 1_000_000_000;
const MOST_THOUSANDTHS = 1_000_000_000;

const SHORTENED = /^[-+]?\d(?:[.,]\d+)?e\+?\d{1,3}$/i;

/** A number that Excel showed as `1.38E+10` and saved so: its digits are lost. */
export const isShortened = (text: string): boolean => SHORTENED.test(text);

/**
 * A number as people write it, to a plain decimal text: full-width digits, currency signs, spaces and grouping taken
 * off. `mark` divides whole from fraction; the other of `.` and `,` groups.
 */
export function plainNumber(text: string, mark: '.' | ','): string {
  const digits = text
    .normalize('NFKC')
    .replaceAll('，', ',')
    .replace(/[\s'’¥￥$€£元]/g, '')
    .replace(/^(?:rmb|cny|usd|eur|gbp)|(?:rmb|cny|usd|eur|gbp)$/gi, '')
    .replace(/^\+/, '');
  if (mark === ',') {
    return /^-?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/.test(digits)
      ? digits.replaceAll('.', '').replace(',', '.')
      : digits.replace(',', '.');
  }
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(digits)) return digits.replaceAll(',', '');
  // One comma and no point, not in groups of three: 12,5 can only be twelve and a half.
  return /^-?\d+,\d{1,2}$/.test(digits) ? digits.replace(',', '.') : digits;
}

/** Brackets are how bookkeepers write a minus. */
const unbracketed = (text: string): string => text.replace(/^[（(](.+)[)）]$/, '-$1');

function readDecimal(text: string, { decimalMark }: ReadingTerms): Read<Decimal> {
  if (isShortened(text)) return wrong('shortened-number', { value: text });
  const plain = plainNumber(unbracketed(text), decimalMark).replace(/^(-?)\./, '$10.');
  // Zeros at the end say nothing, also more of them than a decimal may have places.
  const value = parseDecimal(plain.includes('.') ? plain.replace(/\.?0*$/, '') : plain);
  return value ? read(value) : wrong('not-a-number');
}

function scaled(text: string, places: number, terms: ReadingTerms): Read<number> {
  const decimal = readDecimal(text, terms);
  if (!decimal.ok) return decimal;
  const { digits, places: given } = decimal.value;
  if (given > places) return places === 0 ? wrong('not-whole') : wrong('too-many-decimals', { most: places });
  const value = digits * 10 ** (places - given);
  return Number.isSafeInteger(value) ? read(value) : wrong('too-large');
}

/** An amount in the currency's minor unit, of any sign. */
export function readAmount(text: string, terms: ReadingTerms): Read<number> {
  const amount = scaled(text, terms.moneyPlaces, terms);
  return amount.ok && Math.abs(amount.value) > MOST_MINOR ? wrong('too-large') : amount;
}

/** A price: an amount that is not negative. */
export function readPrice(text: string, terms: ReadingTerms): Read<number> {
  const amount = readAmount(text, terms);
  return amount.ok && amount.value < 0 ? wrong('negative') : amount;
}

/** A quantity in thousandths; negative for what came back. */
export function readQuantity(text: string, terms: ReadingTerms): Read<number> {
  const quantity = scaled(text, 3, terms);
  if (!quantity.ok) return quantity;
  if (quantity.value === 0) return wrong('zero');
  return Math.abs(quantity.value) > MOST_THOUSANDTHS ? wrong('too-large') : quantity;
}

/** Whole points, not negative. */
export function readPoints(text: string, terms: ReadingTerms): Read<number> {
  const points = scaled(text, 0, terms);
  if (!points.ok) return points;
  if (points.value < 0) return wrong('negative');
  return points.value > MOST_POINTS ? wrong('too-large') : points;
}

/** A tax rate in hundredths of a percent: `13%`, `13` and, as Excel stores a percentage, `0.13` are all 1300. */
export function readTaxRate(text: string, terms: ReadingTerms): Read<number> {
  const isPercent = /[%％]$/.test(text);
  const rate = readDecimal(text.replace(/\s*[%％]$/, ''), terms);
  if (!rate.ok) return rate.reason === 'not-a-number' ? wrong('tax-rate-invalid') : rate;
  const { digits, places } = rate.value;
  const isShare = !isPercent && digits > 0 && digits < 10 ** places;
  const bp = (digits * (isShare ? 10_000 : 100)) / 10 ** places;
  return Number.isInteger(bp) && bp >= 0 && bp <= 10_000 ? read(bp) : wrong('tax-rate-invalid');
}
