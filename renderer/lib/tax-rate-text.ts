import { decimalText, readDecimal } from './decimal-text.ts';

/** Percent with two places, as the contract counts it. */
const PLACES = 2;
const HIGHEST_BP = 10_000;

/** The standard rate, which most goods are sold at. */
export const STANDARD_TAX_RATE = '13';

/** A tax rate as typed, in hundredths of a percent: `13` and `13 %` are 1300. Null where it is none. */
export function readTaxRate(text: string): number | null {
  const bp = readDecimal(text.replace(/[%％]\s*$/, ''), PLACES);
  return bp === null || bp > HIGHEST_BP ? null : bp;
}

export const taxRateText = (taxRateBp: number): string => decimalText(taxRateBp, PLACES);
