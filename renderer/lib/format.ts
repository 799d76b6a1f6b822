/** How figures read in one language, currency and zone. All of it pure. */
export interface Format {
  /** Minor units as money: 123450 → ¥1,234.50. */
  readonly money: (minor: number) => string;
  /** Money without its symbol, for columns whose header names the currency. */
  readonly amount: (minor: number) => string;
  /** Money as a spreadsheet reads it, in every language: 123450 → 1234.50. */
  readonly plain: (minor: number) => string;
  /** The date, in the store's zone, of an instant, as a spreadsheet reads it: 2026-03-15. */
  readonly isoDay: (instantMs: number) => string;
  /** Minor units as a short figure for axes and tiles, without its symbol: 12345600 → 123K, 12.3万. */
  readonly compact: (minor: number) => string;
  /** A whole number with the language's grouping. */
  readonly count: (whole: number) => string;
  /** Bytes as a person reads them: 1,700,000,000 → 1.7 GB. */
  readonly bytes: (bytes: number) => string;
  /** Thousandths as a quantity: 1500 → 1.5, 2000 → 2. */
  readonly quantity: (thousandths: number) => string;
  /** Hundredths of a percent: 1300 → 13%. */
  readonly percent: (basisPoints: number) => string;
  /** A calendar or business date (`YYYY-MM-DD`), as it stands, in no zone. */
  readonly date: (date: string) => string;
  /** The date, in the store's zone, of an instant. */
  readonly day: (instantMs: number) => string;
  /** Date and time, in the store's zone, of an instant. */
  readonly dateTime: (instantMs: number) => string;
  readonly time: (instantMs: number) => string;
  /** How long ago or ahead, in the largest unit that fits: "3 days ago". */
  readonly relative: (instantMs: number, nowMs: number) => string;
  /** A month (`YYYY-MM`), short. */
  readonly month: (month: string) => string;
  /** Minutes after midnight as a clock time: 240 → 04:00. */
  readonly clock: (minutes: number) => string;
}

export interface FormatTerms {
  readonly locale: string;
  readonly currency: string;
  readonly zone: string;
}

const MINUTE_MS = 60_000;
const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 24 * 60 * MINUTE_MS],
  ['month', 30 * 24 * 60 * MINUTE_MS],
  ['week', 7 * 24 * 60 * MINUTE_MS],
  ['day', 24 * 60 * MINUTE_MS],
  ['hour', 60 * MINUTE_MS],
  ['minute', MINUTE_MS],
];

/** Minor digits of a currency: 2 for CNY, 0 for JPY. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** `HH:MM` of minutes after midnight, the form that time fields read. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export function makeFormat({ locale, currency, zone }: FormatTerms): Format {
  const digits = minorDigits(currency);
  const major = (minor: number) => minor / 10 ** digits;
  const moneyForm = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  const amountForm = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const compactForm = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
  const countForm = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const byteForms = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'].map(
    (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: 3 }),
  );
  const quantityForm = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const percentForm = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const dateForm = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dayForm = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone });
  // Swedish writes its dates so.
  const isoDayForm = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone: zone });
  const dateTimeForm = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: zone,
  });
  const timeForm = new Intl.DateTimeFormat(locale, { timeStyle: 'short', hourCycle: 'h23', timeZone: zone });
  const monthForm = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const relativeForm = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

  return {
    money: (minor) => moneyForm.format(major(minor)),
    amount: (minor) => amountForm.format(major(minor)),
    plain: (minor) => major(minor).toFixed(digits),
    isoDay: (instantMs) => isoDayForm.format(instantMs),
    compact: (minor) => compactForm.format(major(minor)),
    count: (whole) => countForm.format(whole),
    bytes: (bytes) => {
      const step = Math.min(byteForms.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
      return byteForms[step]?.format(bytes / 1000 ** step) ?? '';
    },
    quantity: (thousandths) => quantityForm.format(thousandths / 1000),
    percent: (basisPoints) => percentForm.format(basisPoints / 10_000),
    date: (date) => dateForm.format(new Date(`${date}T00:00:00Z`)),
    day: (instantMs) => dayForm.format(instantMs),
    dateTime: (instantMs) => dateTimeForm.format(instantMs),
    time: (instantMs) => timeForm.format(instantMs),
    relative: (instantMs, nowMs) => {
      const aheadMs = instantMs - nowMs;
      const step = STEPS.find(([, unitMs]) => Math.abs(aheadMs) >= unitMs);
      return step ? relativeForm.format(Math.trunc(aheadMs / step[1]), step[0]) : relativeForm.format(0, 'second');
    },
    month: (month) => monthForm.format(new Date(`${month}-01T00:00:00Z`)),
    clock: clockOf,
  };
}
