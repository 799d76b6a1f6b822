import type { Reading } from '../../../../shared/imports/reading.ts';
import type { FileRows } from './file-row.ts';
import { readTextFile } from './read-text-file.ts';
import { readWorkbook } from './read-workbook.ts';

/** The rows of a file, the header first. Throws FileRefusedError. */
export const readFile = (file: string, reading: Reading): AsyncGenerator<FileRows> =>
  reading.format === 'csv' ? readTextFile(file, reading) : readWorkbook(file, reading.sheet);
