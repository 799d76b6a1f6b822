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
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const QUARTER_MS = 15 * 60_000;

/** What a zone's clock shows at the beginning of a quarter of an hour. */
interface Quarter {
  readonly startMs: number;
  readonly date: string;
  readonly dayBefore: string;
  readonly minuteOfDay: number;
}

const lastQuarters = new Map<string, Quarter>();

/**
 * The quarter of an hour that an instant lies in. The last one of each zone is kept, because a till asks for now again
 * and again and the calendar is slow. Since 1972 all zones begin their days and change their clocks on such quarters.
 */
function quarterOf(instantMs: number, zone: string): Quarter {
  const startMs = Math.floor(instantMs / QUARTER_MS) * QUARTER_MS;
  const last = lastQuarters.get(zone);
  if (last?.startMs === startMs) return last;
  const local = Temporal.Instant.fromEpochMilliseconds(startMs).toZonedDateTimeISO(zone);
  const date = local.toPlainDate();
  const quarter = {
    startMs,
    date: date.toString(),
    dayBefore: date.subtract({ days: 1 }).toString(),
    minuteOfDay: local.hour * 60 + local.minute,
  };
  lastQuarters.set(zone, quarter);
  return quarter;
}

/** The business date (`YYYY-MM-DD`) of an instant: with a cut-over at 04:00, 03:59 still belongs to the day before. */
export const businessDate = (instantMs: number, { zone, cutoverMinutes }: DayRule): string => {
  const { startMs, date, dayBefore, minuteOfDay } = quarterOf(instantMs, zone);
  return minuteOfDay + Math.floor((instantMs - startMs) / 60_000) < cutoverMinutes ? dayBefore : date;
};

/** The instant, in ms, of a wall clock's `YYYY-MM-DDTHH:MM` in a zone: the earlier of two, the later of none (RFC 5545). */
export const instantOfLocal = (local: string, zone: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;

/** Calendar date (`YYYY-MM-DD`) of an instant in a zone, without any cut-over. */
export const calendarDate = (instantMs: number, zone: string): string => quarterOf(instantMs, zone).date;

/** The first instant, in ms, of a calendar date in a zone (midnight; the first that exists where it is skipped). */
export const startOfDate = (date: string, zone: string): number =>
  Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;

/** `months` later on the calendar; a day that the month lacks becomes its last (31 January + 1 month = end of February). */
export const addMonths = (date: string, months: number): string =>
  Temporal.PlainDate.from(date).add({ months }).toString();

/** Days from 1 January 1970 to a calendar date (`YYYY-MM-DD`). */
export const dayNumber = (date: string): number => Date.parse(date) / 86_400_000;

export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** `2026-03-15 12:04`: an instant as a zone's clock shows it, the same in every language. */
export const localTimeText = (instantMs: number, zone: string): string => {
  const local = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone);
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
};
