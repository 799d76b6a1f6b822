import type { Birthday } from '../members/profile.ts';
import { birthdaySchema } from '../members/profile.ts';
import { type Read, read, wrong } from './fault.ts';
import type { DateOrder, ReadingTerms } from './terms.ts';

interface Parts {
  readonly date: string;
  /** `HH:MM`, or null where the cell names none. */
  readonly time: string | null;
}

const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const YEAR_LAST = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SERIAL = /^(\d{5})(?:\.(\d{1,15}))?$/;
const TIME = /^(.*?)(?:[T\s]+|(?<=日))(\d{1,2})[:：时](\d{1,2})分?(?:[:：](\d{1,2})(?:[.,]\d+)?秒?)?\s*([ap]m)?\s*Z?$/i;

/** Excel counts days from 1900 and believes in 29 February 1900; day 25569 is 1 January 1970. */
const SERIAL_OF_1970 = 25_569;
const DAY_MINUTES = 1440;
/** 1927 to 2119: five digits outside are no date that a shop means. */
const FIRST_SERIAL = 10_000;
const LAST_SERIAL = 80_000;

const two = (value: number): string => String(value).padStart(2, '0');

function dateOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

const dated = (date: string | null, time: string | null): Read<Parts> =>
  date === null ? wrong('date-invalid') : read({ date, time });

function ofSerial(whole: string, fraction: string | undefined): Read<Parts> {
  const serial = Number(whole);
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return wrong('date-invalid');
  const minutes = fraction === undefined ? 0 : Math.round(Number(`0.${fraction}`) * DAY_MINUTES);
  const at = new Date((serial - SERIAL_OF_1970) * 86_400_000 + minutes * 60_000).toISOString();
  return read({ date: at.slice(0, 10), time: fraction === undefined ? null : at.slice(11, 16) });
}

function ofYearLast([, a = '', b = '', year = '']: RegExpExecArray, order: DateOrder | null, time: string | null) {
  const [first, second] = [Number(a), Number(b)];
  // One of the two can only be the day, or both are the same.
  if (first > 12 || first === second) return dated(dateOf(Number(year), second, first), time);
  if (second > 12) return dated(dateOf(Number(year), first, second), time);
  if (order === null) return wrong('date-ambiguous', { first, second });
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  return dated(dateOf(Number(year), month, day), time);
}

function clockOf(match: RegExpExecArray): string | null {
  const [, , hours = '', minutes = '', , half] = match;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours);
  return hour < 24 && Number(minutes) < 60 ? `${two(hour)}:${two(Number(minutes))}` : null;
}

function readParts(text: string, order: DateOrder | null): Read<Parts> {
  const plain = text.normalize('NFKC');
  const serial = SERIAL.exec(plain);
  if (serial) return ofSerial(serial[1] ?? '', serial[2]);
  const timed = TIME.exec(plain);
  const time = timed ? clockOf(timed) : null;
  if (timed && time === null) return wrong('date-invalid');
  const day = (timed ? (timed[1] ?? '') : plain).trim();
  const yearFirst = YEAR_FIRST.exec(day) ?? COMPACT.exec(day);
  if (yearFirst) return dated(dateOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])), time);
  const yearLast = YEAR_LAST.exec(day);
  return yearLast ? ofYearLast(yearLast, order, time) : wrong('date-invalid');
}

/** A calendar date, `YYYY-MM-DD`; a time behind it is passed over. */
export function readDate(text: string, terms: ReadingTerms): Read<string> {
  const parts = readParts(text, terms.dateOrder);
  return parts.ok ? read(parts.value.date) : parts;
}

export function readPastDate(text: string, terms: ReadingTerms): Read<string> {
  const date = readDate(text, terms);
  return date.ok && date.value > terms.today ? wrong('date-future') : date;
}

export function readComingDate(text: string, terms: ReadingTerms): Read<string> {
  const date = readDate(text, terms);
  return date.ok && date.value < terms.today ? wrong('date-past') : date;
}

/** A moment by the shop's clock, `YYYY-MM-DDTHH:MM`; noon where only the day is known. */
export function readPastMoment(text: string, terms: ReadingTerms): Read<string> {
  const parts = readParts(text, terms.dateOrder);
  if (!parts.ok) return parts;
  const { date, time } = parts.value;
  return date > terms.today ? wrong('date-future') : read(`${date}T${time ?? '12:00'}`);
}

const LUNAR = /^(?:农历|阴历|旧历|lunar)\s*(闰|leap)?\s*/i;
const MONTH_AND_DAY = /^(?:--)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;

/** A birthday: a date, or month and day alone (`3-15`, `3月15日`); `农历8月15` by the Chinese lunar calendar. */
export function readBirthday(text: string, terms: ReadingTerms): Read<Birthday> {
  const plain = text.normalize('NFKC');
  const lunar = LUNAR.exec(plain);
  const rest = lunar ? plain.slice(lunar[0].length) : plain;
  const dayFirst = terms.dateOrder === 'dmy';
  const short = MONTH_AND_DAY.exec(rest);
  const full = short ? null : readParts(rest, terms.dateOrder);
  if (full && !full.ok) return full.reason === 'date-ambiguous' ? full : wrong('birthday-invalid');
  const [year, month, day] = full?.ok
    ? full.value.date.split('-').map(Number)
    : [null, Number(short?.[dayFirst ? 2 : 1]), Number(short?.[dayFirst ? 1 : 2])];
  if (full?.ok && full.value.date > terms.today) return wrong('date-future');
  const birthday = birthdaySchema.safeParse({
    calendar: lunar ? 'lunar' : 'solar',
    year: year ?? null,
    month,
    day,
    leapMonth: lunar?.[1] !== undefined,
  });
  return birthday.success ? read(birthday.data) : wrong('birthday-invalid');
}

/** Whether a text is a date that could be read both ways, so that somebody has to say which is meant. */
export const isAmbiguousDate = (text: string): boolean => {
  const parts = readParts(text.trim(), null);
  return !parts.ok && parts.reason === 'date-ambiguous';
};

/** The order that dates of one column show by themselves: one whose day is beyond 12 tells for all. Null: none does. */
export function orderShownBy(texts: readonly string[]): DateOrder | null {
  for (const text of texts) {
    const match = YEAR_LAST.exec(
      text
        .normalize('NFKC')
        .trim()
        .replace(/[T\s].*$/, ''),
    );
    if (!match) continue;
    if (Number(match[1]) > 12) return 'dmy';
    if (Number(match[2]) > 12) return 'mdy';
  }
  return null;
}
