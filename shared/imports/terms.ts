import type { PhoneRegion } from '../members/phone.ts';

/** In which order a date with its year last names day and month: `dmy` is 5.3.2024 for 5 March. */
export const DATE_ORDERS = ['dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** How the cells of a file are to be read. */
export interface ReadingTerms {
  readonly region: PhoneRegion;
  /** Null: nobody said, so a date that could be either is refused. */
  readonly dateOrder: DateOrder | null;
  readonly decimalMark: '.' | ',';
  /** Places of the currency's minor unit: 2 for yuan and pounds, 0 for yen. */
  readonly moneyPlaces: number;
  /** The calendar date at the store when the file is checked, `YYYY-MM-DD`. */
  readonly today: string;
}
