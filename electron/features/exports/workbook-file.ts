import { once } from 'node:events';
import { PassThrough, type Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { type Cell, cellsOf } from '../../../shared/lists/export.ts';
import { sheetName, sheetText } from '../../../shared/lists/sheet-text.ts';
import type { FileTerms, ListFile } from './list-file.ts';

/** Fast: a list shrinks to a sixth of its XML as it is, and somebody waits for it. */
const LEVEL = 3;
const WIDTH = { text: 24, words: 12, whole: 12, money: 14, percent: 10, date: 12, instant: 12 } as const;
const MADE_BY = 'Regulars';
const HEADING = { font: { bold: true } };
/** So much of the file may wait to be taken: more than a slice of rows comes to. */
const WAITING_BYTES = 1024 * 1024;

/** The stream behind a sheet, and the one before the zip. exceljs waits for neither, so what it wrote would pile up. */
interface SheetWriter {
  readonly stream: { readonly pipes: readonly Writable[] };
}
const NOTHING = Buffer.alloc(0);
async function packed(sheet: ExcelJS.Worksheet): Promise<void> {
  for (const pipe of (sheet as unknown as SheetWriter).stream.pipes)
    if (!pipe.write(NOTHING)) await once(pipe, 'drain');
}

type Value = string | number | Date;
/** Read by the library as it is: one object a format, so that it is known again. */
type Style = { readonly numFmt: string } | null;

const contentOf = (cell: Cell): Value => {
  switch (cell.is) {
    case 'text':
      return sheetText(cell.text);
    case 'number':
      return cell.value;
    case 'date':
      return new Date(`${cell.date}T00:00:00Z`);
  }
};

/** A workbook with one sheet: its headings stay in sight, every column can be filtered, a text is never a formula. */
export function workbookFile(terms: FileTerms): ListFile {
  const { columns, moneyPlaces } = terms;
  const out = new PassThrough({ highWaterMark: WAITING_BYTES });
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    zip: { zlib: { level: LEVEL } },
  });
  book.creator = MADE_BY;
  book.lastModifiedBy = MADE_BY;
  const sheet = book.addWorksheet(sheetName(terms.sheet), { views: [{ state: 'frozen', ySplit: 1 }] });
  const whole: Style = { numFmt: '#,##0' };
  const money: Style = { numFmt: moneyPlaces === 0 ? whole.numFmt : `#,##0.${'0'.repeat(moneyPlaces)}` };
  const percent: Style = { numFmt: '0.00%' };
  const date: Style = { numFmt: 'yyyy\\-mm\\-dd' };
  const styleOf = (cell: Cell): Style => {
    if (cell.is === 'text') return null;
    if (cell.is === 'date') return date;
    return cell.isPercent ? percent : cell.places === 0 ? whole : money;
  };

  sheet.columns = columns.map(({ kind }) => ({ width: WIDTH[kind] }));
  let written = 0;
  const addRow = (cells: readonly (Cell | null)[], own?: Partial<ExcelJS.Style>) => {
    written += 1;
    const row = sheet.getRow(written);
    for (const [at, cell] of cells.entries()) {
      if (!cell) continue;
      const place = row.getCell(at + 1);
      place.value = contentOf(cell);
      const style = own ?? styleOf(cell);
      if (style) place.style = style;
    }
    row.commit();
  };
  addRow(
    columns.map(({ heading }) => ({ is: 'text', text: heading })),
    HEADING,
  );
  return {
    add: async (rows) => {
      for (const row of rows) addRow(cellsOf(row, terms));
      await packed(sheet);
    },
    take: () => (out.read() as Buffer | null) ?? Buffer.alloc(0),
    end: async () => {
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: written, column: columns.length } };
      const rest: Buffer[] = [];
      out.on('data', (piece: Buffer) => rest.push(piece));
      await Promise.all([once(out, 'end'), book.commit()]);
      return Buffer.concat(rest);
    },
  };
}
