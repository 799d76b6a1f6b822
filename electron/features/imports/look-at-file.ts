import type { Mapping } from '../../../shared/imports/field.ts';
import { foldedHeader } from '../../../shared/imports/folded-header.ts';
import { guessMapping } from '../../../shared/imports/guess-mapping.ts';
import { isAmbiguousDate, orderShownBy } from '../../../shared/imports/read-date.ts';
import type { FileFormat, Reading } from '../../../shared/imports/reading.ts';
import { type Target, targetOf } from '../../../shared/imports/targets.ts';
import type { DateOrder } from '../../../shared/imports/terms.ts';
import type { CustomField } from '../../../shared/members/custom-fields.ts';
import { FileRefusedError } from './files/file-row.ts';
import { readFile } from './files/read-file.ts';
import { findDelimiter, findEncoding } from './files/read-text-file.ts';
import { findSheets } from './files/read-workbook.ts';

const PREVIEW_ROWS = 50;
/** Rows that are looked at for what their dates and numbers show. */
const SAMPLE_ROWS = 2_000;
const MOST_COLUMNS = 200;
const MOST_CELL_SHOWN = 200;

/** What a file shows before anything is decided. */
export interface FileLook {
  readonly reading: Reading;
  /** The sheets of a workbook; empty for text. */
  readonly sheets: readonly string[];
  readonly headers: readonly string[];
  /** The first rows, each with its number in the file. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly mapping: Mapping;
  /** The order of day and month that the dates show; null where they leave it open. */
  readonly dateOrder: DateOrder | null;
  /** Whether some date of a guessed date column could be read both ways. */
  readonly hasAmbiguousDates: boolean;
  readonly decimalMark: '.' | ',';
}

/** Looks at the beginning of a file: as it was chosen to be read, or as it seems to be meant. Throws FileRefusedError. */
export async function lookAtFile(
  file: string,
  format: FileFormat,
  target: Target,
  chosen: Reading | null,
  own: readonly CustomField[] = [],
): Promise<FileLook> {
  const sheets = format === 'xlsx' ? await findSheets(file) : [];
  const reading = chosen ?? (await findReading(file, format, sheets));
  const records: { readonly row: number; readonly cells: readonly string[] }[] = [];
  for await (const { rows } of readFile(file, reading)) {
    for (const { row, cells } of rows.slice(0, SAMPLE_ROWS + 1 - records.length)) records.push({ row, cells });
    if (records.length > SAMPLE_ROWS) break;
  }
  const headers = headersOf(records[0]?.cells);
  const mapping = guessMapping(target, headers, own);
  const { fields } = targetOf(target, own);
  const dates = Object.entries(mapping)
    .filter(([field]) => fields[field]?.isDate)
    .map(([, column]) => column);
  const sample = records.slice(1);
  const dateTexts = dates.flatMap((column) => sample.map(({ cells }) => cells[column] ?? ''));
  return {
    reading,
    sheets,
    headers,
    rows: sample.slice(0, PREVIEW_ROWS).map(({ row, cells }) => ({
      row,
      cells: headers.map((_, column) => (cells[column] ?? '').slice(0, MOST_CELL_SHOWN)),
    })),
    mapping,
    dateOrder: orderShownBy(dateTexts),
    hasAmbiguousDates: dateTexts.some(isAmbiguousDate),
    decimalMark: reading.format === 'csv' && reading.delimiter === ';' ? ',' : '.',
  };
}

async function findReading(file: string, format: FileFormat, sheets: readonly string[]): Promise<Reading> {
  if (format === 'csv') {
    const encoding = await findEncoding(file);
    return { format, encoding, delimiter: await findDelimiter(file, encoding) };
  }
  const [first] = sheets;
  if (first === undefined) throw new FileRefusedError('workbook-unreadable');
  return { format, sheet: first };
}

/** The cells of the first row, without those behind the last that says anything. */
export function headersOf(cells: readonly string[] | undefined): string[] {
  const headers = (cells ?? []).slice(0, MOST_COLUMNS).map((cell) => cell.trim().slice(0, MOST_CELL_SHOWN));
  while (headers.length > 0 && headers.at(-1) === '') headers.pop();
  if (!headers.some((header) => foldedHeader(header) !== '')) throw new FileRefusedError('header-missing');
  return headers;
}
