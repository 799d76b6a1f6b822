import type { CellTerms, ExportColumn, ExportFormat } from '../../../shared/lists/export.ts';
import { csvFile } from './csv-file.ts';

export interface FileTerms extends CellTerms {
  readonly format: ExportFormat;
  readonly sheet: string;
  readonly columns: readonly ExportColumn[];
}

/** A file that is made some rows at a time; nothing of it is kept but what nobody took yet. */
export interface ListFile {
  add(rows: readonly object[]): Promise<void>;
  /** What there is of it since the last time. */
  take(): Buffer;
  /** No more rows: the rest of it. */
  end(): Promise<Buffer>;
}

/** The library for workbooks takes its time to load, so only a workbook loads it. */
export async function listFile(terms: FileTerms): Promise<ListFile> {
  if (terms.format === 'csv') return csvFile(terms);
  const { workbookFile } = await import('./workbook-file.ts');
  return workbookFile(terms);
}
