import { columnId, columnWords, type ListColumn } from './columns.ts';

/** A cell of a spreadsheet's clipboard: one line, no tab. */
const cellText = (text: string): string => text.replaceAll(/[\t\r\n]+/g, ' ');

function textOf<Row extends object>(column: ListColumn<Row>, row: Row): string {
  if (column.meta?.copy) return column.meta.copy(row);
  const value = (row as Readonly<Record<string, unknown>>)[columnId(column)];
  if (value === null || value === undefined) return '';
  return column.meta?.says?.[String(value)] ?? String(value);
}

/** Rows as a spreadsheet takes them from the clipboard: tab-separated, the heads first. */
export const asTabSeparated = <Row extends object>(columns: readonly ListColumn<Row>[], rows: readonly Row[]): string =>
  [columns.map(columnWords), ...rows.map((row) => columns.map((column) => textOf(column, row)))]
    .map((cells) => cells.map(cellText).join('\t'))
    .join('\n');
