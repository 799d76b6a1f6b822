import { BYTE_ORDER_MARK, csvLine } from '../../../shared/lists/csv-text.ts';
import { type CellTerms, cellOf, type ExportColumn, type ExportFormat } from '../../../shared/lists/export.ts';
import { columnLetters, rowXml, sheetHead, sheetTail, workbookParts } from '../../../shared/lists/sheet-xml.ts';
import { zipOf } from './zip.ts';

/** The rows of a list, some at a time, in its order. */
export type RowSlices = AsyncIterable<readonly object[]>;

export interface FileTerms extends CellTerms {
  readonly format: ExportFormat;
  readonly sheet: string;
  readonly columns: readonly ExportColumn[];
}

/** The file that shows these rows, piece by piece: nothing is held but the slice at hand. */
export const writeFile = (slices: RowSlices, terms: FileTerms): AsyncGenerator<Buffer> =>
  terms.format === 'csv'
    ? csvOf(slices, terms)
    : zipOf([
        ...workbookParts(terms.sheet, terms.moneyPlaces).map(([name, xml]) => ({ name, texts: [xml] })),
        { name: 'xl/worksheets/sheet1.xml', texts: sheetOf(slices, terms) },
      ]);

const cellsOf = (row: object, { columns, ...terms }: FileTerms) =>
  columns.map((column) => cellOf(column, (row as Readonly<Record<string, unknown>>)[column.id], terms));

async function* csvOf(slices: RowSlices, terms: FileTerms): AsyncGenerator<Buffer> {
  const headings = terms.columns.map(({ heading }) => ({ is: 'text', text: heading }) as const);
  yield Buffer.from(BYTE_ORDER_MARK + csvLine(headings), 'utf8');
  for await (const rows of slices) yield Buffer.from(rows.map((row) => csvLine(cellsOf(row, terms))).join(''), 'utf8');
}

async function* sheetOf(slices: RowSlices, terms: FileTerms): AsyncGenerator<string> {
  const { columns } = terms;
  const letters = columns.map((_, at) => columnLetters(at));
  yield sheetHead(columns);
  let written = 0;
  for await (const rows of slices)
    for (const row of rows) {
      yield rowXml(written + 2, letters, cellsOf(row, terms));
      written += 1;
    }
  yield sheetTail(columns.length, written);
}
