import { mulDivHalfUp } from '../kernel/round.ts';

/** An exact decimal: `digits ÷ 10^places`. `2.55` is {digits: 255, places: 2}. */
export interface Decimal {
  readonly digits: number;
  readonly places: number;
}

/** What a till's minor unit leaves of a currency's unit: two places for pounds, yuan and euros. */
const MINOR_PLACES = 2;

const DECIMAL = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/;
/** Fifteen decimal digits always fit a safe integer. */
const MAX_DIGITS = 15;

/** Reads `2.55`, `-11062.06`, `0.001` or `7`. Null for anything else: no exponents, signs of plus or grouping. */
export function parseDecimal(text: string): Decimal | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  if (whole.length + fraction.length > MAX_DIGITS) return null;
  const digits = Number(whole + fraction);
  return { digits: sign && digits > 0 ? -digits : digits, places: fraction.length };
}

/**
 * `quantity × price` in minor units, rounded half away from zero as the till rounds. Exact integer arithmetic: the
 * price is never rounded on its own. Throws RangeError where the amount is no safe integer.
 */
export function amountMinor(quantity: number, { digits, places }: Decimal): number {
  const shift = places - MINOR_PLACES;
  const amount =
    shift > 0 ? mulDivHalfUp(quantity, digits, 10 ** shift) : mulDivHalfUp(quantity, digits * 10 ** -shift, 1);
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${quantity} × ${digits}e-${places} is no safe amount`);
  return amount;
}
