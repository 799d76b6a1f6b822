import { dayNumber } from '../kernel/instant.ts';
import type { Cell, ExportColumn } from './export.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Days from 30 December 1899, Excel's day 0, to 1 January 1970. */
const EXCEL_DAY_OF_1970 = 25_569;

/** The formats of cells by their place in `styles`. */
const STYLE = { heading: 1, whole: 2, date: 3, percent: 4, money: 5 } as const;

/** No XML can say these; the door lets none of them in, but an old import may have. */
const UNSAYABLE = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** A text as XML says it. What Excel would read as a coded character (`_x0041_`) has its underscore coded. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(UNSAYABLE, '')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[&<>"\r]/g, (character) => ENTITIES[character] ?? character);

/** The letters of a column: 0 is A, 26 is AA. */
export const columnLetters = (index: number): string =>
  (index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)) + String.fromCodePoint(65 + (index % 26));

/** A text stays a text whatever it begins with: nothing in the file is a formula. */
const textCell = (at: string, text: string, style = ''): string =>
  `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`;

function cellXml(at: string, cell: Cell): string {
  switch (cell.is) {
    case 'text':
      return textCell(at, cell.text);
    case 'number': {
      const style = cell.isPercent ? STYLE.percent : cell.places === 0 ? STYLE.whole : STYLE.money;
      return `<c r="${at}" s="${style}"><v>${cell.value}</v></c>`;
    }
    case 'date':
      return `<c r="${at}" s="${STYLE.date}"><v>${dayNumber(cell.date) + EXCEL_DAY_OF_1970}</v></c>`;
  }
}

/** A row of a sheet; `row` counts from 1, `letters` are those of its columns. */
export const rowXml = (row: number, letters: readonly string[], cells: readonly (Cell | null)[]): string =>
  `<row r="${row}">${cells.map((cell, at) => (cell === null ? '' : cellXml(`${letters[at]}${row}`, cell))).join('')}</row>`;

const WIDTH = { text: 24, words: 12, whole: 12, money: 14, percent: 10, date: 12, instant: 12 } as const;

/** The beginning of a sheet, its headings included, which stay in sight while the rows scroll. */
export const sheetHead = (columns: readonly ExportColumn[]): string =>
  `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  `<cols>${columns
    .map(({ kind }, at) => `<col min="${at + 1}" max="${at + 1}" width="${WIDTH[kind]}" customWidth="1"/>`)
    .join('')}</cols><sheetData><row r="1">${columns
    .map(({ heading }, at) => textCell(`${columnLetters(at)}1`, heading, ` s="${STYLE.heading}"`))
    .join('')}</row>`;

/** The end of a sheet of `rows` rows below the headings: every column can be filtered. */
export const sheetTail = (columns: number, rows: number): string =>
  `</sheetData><autoFilter ref="A1:${columnLetters(columns - 1)}${rows + 1}"/></worksheet>`;

/** Excel allows 31 characters and none of these in the name of a sheet. */
const sheetName = (name: string): string =>
  name
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet1';

const styles = (moneyPlaces: number): string => {
  const formats = [
    '#,##0',
    'yyyy\\-mm\\-dd',
    '0.00%',
    `#,##0${moneyPlaces === 0 ? '' : `.${'0'.repeat(moneyPlaces)}`}`,
  ];
  return (
    `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats
      .map((format, at) => `<numFmt numFmtId="${164 + at}" formatCode="${xml(format)}"/>`)
      .join(
        '',
      )}</numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>` +
    '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    `<cellXfs count="6"><xf/><xf fontId="1" applyFont="1"/>${formats
      .map((_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`)
      .join('')}</cellXfs></styleSheet>`
  );
};

/** The parts of a workbook with one sheet, but for the sheet itself, `xl/worksheets/sheet1.xml`. Source: ECMA-376. */
export const workbookParts = (
  sheet: string,
  moneyPlaces: number,
): readonly (readonly [name: string, xml: string])[] => [
  [
    '[Content_Types].xml',
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${xml(sheetName(sheet))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  ],
  ['xl/styles.xml', styles(moneyPlaces)],
];
