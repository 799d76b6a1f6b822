import { MOST_PERCENT, type Rateable, type RatedRow } from '../../../../shared/contract/programme.contract.ts';
import type { Programme } from '../../../../shared/points/programme.ts';
import { readDecimal } from '../../../lib/decimal-text.ts';

/** A category or product with a rate of its own, as typed. */
export interface RateDraft extends Rateable {
  readonly percent: string;
}

export const ratesOf = (rated: readonly RatedRow[]): RateDraft[] =>
  rated.map(({ percent, ...rate }) => ({ ...rate, percent: String(percent) }));

/** Whether this is a rate that the contract takes: whole, from 0 on. */
export function isRate(text: string): boolean {
  const percent = readDecimal(text, 0);
  return percent !== null && percent >= 0 && percent <= MOST_PERCENT;
}

/** The rates of a draft without faults, by id, as the programme keeps them. */
export function percentsOf(rates: readonly RateDraft[]): Pick<Programme['earn'], 'categoryPercent' | 'productPercent'> {
  const of = (kind: Rateable['kind']) =>
    Object.fromEntries(
      rates.filter((rate) => rate.kind === kind).map(({ id, percent }) => [id, readDecimal(percent, 0) ?? 0]),
    );
  return { categoryPercent: of('category'), productPercent: of('product') };
}
