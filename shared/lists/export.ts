import { z } from 'zod';
import { someWords } from '../contract/fields.ts';

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** From so many rows on a list is taken in bulk: whoever takes it says once more who they are. */
export const BULK_ROWS = 1_000;

/** A sheet of Excel holds 2^20 rows, the headings among them. */
export const MOST_SHEET_ROWS = 1_048_575;

/**
 * What a column holds. `words`: a word of the program, which the window has in its language. `money` is in minor units,
 * `percent` in hundredths of a percent, `date` is `YYYY-MM-DD`, `instant` milliseconds of which the date is shown.
 */
export type CellKind = 'text' | 'words' | 'whole' | 'money' | 'percent' | 'date' | 'instant';

/** The columns that a list can be exported with, by the names that they have in its rows. */
export function exportColumn<Name extends string, Own extends string = never>(
  kinds: Readonly<Record<Name, CellKind>>,
  own?: z.ZodType<Own, string>,
) {
  const names = z.enum(Object.keys(kinds) as [Name, ...Name[]]);
  return z.object({
    id: (own ? z.union([names, own]) : names) as z.ZodType<Name | Own, string>,
    /** As the window shows it. */
    heading: someWords(80),
    /** What the window says for each word of the program. */
    words: z.record(z.string().max(40), someWords(80)).optional(),
  });
}

/** A column of a file: its heading, what it holds, and the words for what it holds. */
export interface ExportColumn {
  readonly id: string;
  readonly heading: string;
  readonly kind: CellKind;
  readonly words: Readonly<Record<string, string>>;
}

export interface CellTerms {
  /** Decimal places of the currency. */
  readonly moneyPlaces: number;
  /** The date (`YYYY-MM-DD`) of an instant in the store's zone. */
  readonly dateOf: (instantMs: number) => string;
}

/**
 * The dates of instants in a zone. As `calendarDate`, which is made for the same instant again and again; this is ten
 * times as fast over a list. Swedish writes its dates as ISO 8601 does.
 */
export function datesIn(zone: string): (instantMs: number) => string {
  const form = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone: zone });
  return (instantMs) => form.format(instantMs);
}

/** What a cell says, before it is written in a format. `places`: decimal places of a number. */
export type Cell =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly value: number; readonly places: number; readonly isPercent: boolean }
  | { readonly is: 'date'; readonly date: string };

const number = (value: number, places = 0, isPercent = false): Cell => ({ is: 'number', value, places, isPercent });

/** What a row says in a column; null where it says nothing. */
function cellOf({ kind, words }: ExportColumn, value: unknown, terms: CellTerms): Cell | null {
  if (value === null || value === undefined || value === '') return null;
  switch (kind) {
    case 'text':
      return { is: 'text', text: String(value) };
    case 'words':
      return { is: 'text', text: words[String(value)] ?? String(value) };
    case 'whole':
      return number(Number(value));
    case 'money':
      return number(Number(value) / 10 ** terms.moneyPlaces, terms.moneyPlaces);
    case 'percent':
      return number(Number(value) / 10_000, 2, true);
    case 'date':
      return { is: 'date', date: String(value) };
    case 'instant':
      return { is: 'date', date: terms.dateOf(Number(value)) };
  }
}

/** A value that says itself what it is, in a column that holds several kinds. */
const isOwnKind = (value: unknown): value is { readonly kind: CellKind; readonly value: unknown } =>
  typeof value === 'object' && value !== null && 'kind' in value;

/** What a row says in each column; null where it says nothing. */
export const cellsOf = (
  row: object,
  { columns, ...terms }: CellTerms & { readonly columns: readonly ExportColumn[] },
): (Cell | null)[] =>
  columns.map((column) => {
    const value = (row as Readonly<Record<string, unknown>>)[column.id];
    return isOwnKind(value)
      ? cellOf({ ...column, kind: value.kind }, value.value, terms)
      : cellOf(column, value, terms);
  });
