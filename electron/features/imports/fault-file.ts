import Papa from 'papaparse';
import { faultyRowsAfter } from '../../../db/imports/staged-import.queries.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import type { Target } from '../../../shared/imports/targets.ts';
import { BYTE_ORDER_MARK } from '../../../shared/lists/csv-text.ts';
import { FORMULA } from '../../../shared/lists/formula.ts';
import { IMPORT_WORDS, type ImportLanguage, importFaultWords } from '../../../shared/words/import-faults.ts';

const ROWS_A_PART = 500;

/**
 * Part of the file with the errors: the columns of the file itself, and what is wrong with each row. Corrected, it can
 * be imported as it is.
 */
export function faultFilePart(
  staged: ReadDb,
  target: Target,
  headers: readonly string[],
  language: ImportLanguage,
  afterRow: number,
): { text: string; nextAfterRow: number | null } {
  const rows = faultyRowsAfter.all(staged, { afterRow, limit: ROWS_A_PART });
  const lines = rows.map(({ cells, faults }) => [
    ...headers.map((_, column) => cells[column] ?? '').map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell)),
    faults.map((fault) => importFaultWords(target, fault, language)).join(' '),
  ]);
  const head = afterRow === 0 ? [[...headers, IMPORT_WORDS[language].importFaultColumn]] : [];
  const text = Papa.unparse([...head, ...lines], { newline: '\r\n' });
  return {
    text: `${afterRow === 0 ? BYTE_ORDER_MARK : ''}${text}${text === '' ? '' : '\r\n'}`,
    nextAfterRow: rows.length < ROWS_A_PART ? null : (rows.at(-1)?.row ?? null),
  };
}
