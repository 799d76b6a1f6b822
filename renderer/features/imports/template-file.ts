import type { FieldWords } from './import-words.ts';

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** An empty file to fill in: the names of all columns, with the mark by which Excel reads Chinese. */
export const templateFile = (
  target: string,
  fields: readonly Pick<FieldWords, 'name'>[],
): { readonly name: string; readonly text: string } => ({
  name: `${target}.csv`,
  text: `\uFEFF${fields.map(({ name }) => quoted(name)).join(',')}\r\n`,
});
