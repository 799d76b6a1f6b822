import { Temporal } from 'temporal-polyfill';

/** The clock that is passed in: milliseconds since the epoch, UTC. */
export type Clock = () => number;

/** A store's idea of a day: its IANA zone and the minute after midnight at which the next business day begins. */
export interface DayRule {
  readonly zone: string;
  readonly cutoverMinutes: number;
}

export const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
};

const at = (instantMs: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone);

/** The business date (`YYYY-MM-DD`) of an instant: with a cut-over at 04:00, 03:59 still belongs to the day before. */
export const businessDate = (instantMs: number, { zone, cutoverMinutes }: DayRule): string => {
  const local = at(instantMs, zone);
  const minuteOfDay = local.hour * 60 + local.minute;
  const date = local.toPlainDate();
  return (minuteOfDay < cutoverMinutes ? date.subtract({ days: 1 }) : date).toString();
};

/** The first instant, in ms, of a calendar date in a zone (midnight; the first that exists where it is skipped). */
export const startOfDate = (date: string, zone: string): number =>
  Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;

/** Calendar date (`YYYY-MM-DD`) of an instant in a zone, without any cut-over. */
export const calendarDate = (instantMs: number, zone: string): string => at(instantMs, zone).toPlainDate().toString();

/** `months` later on the calendar; a day that the month lacks becomes its last (31 January + 1 month = end of February). */
export const addMonths = (date: string, months: number): string =>
  Temporal.PlainDate.from(date).add({ months }).toString();

export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();
