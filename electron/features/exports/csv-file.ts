import { BYTE_ORDER_MARK, csvLine } from '../../../shared/lists/csv-text.ts';
import { cellsOf } from '../../../shared/lists/export.ts';
import type { FileTerms, ListFile } from './list-file.ts';

/** Comma-separated UTF-8, with the mark by which Excel knows it. */
export function csvFile(terms: FileTerms): ListFile {
  const headings = terms.columns.map(({ heading }) => ({ is: 'text', text: heading }) as const);
  let text = BYTE_ORDER_MARK + csvLine(headings);
  const take = () => {
    const bytes = Buffer.from(text, 'utf8');
    text = '';
    return bytes;
  };
  return {
    add: async (rows) => {
      text += rows.map((row) => csvLine(cellsOf(row, terms))).join('');
    },
    take,
    end: async () => take(),
  };
}
