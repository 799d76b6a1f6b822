import { createHash } from 'node:crypto';
import path from 'node:path';
import { RETAIL_COLUMNS, RETAIL_FILES, type RetailFile } from '../../../shared/imports/retail-rows.ts';
import { gatherRetail, type RetailSource, type SourceFault } from '../../../shared/imports/retail-source.ts';
import { type RetailTotals, reckonRetail } from '../../../shared/imports/retail-totals.ts';
import { CsvFileError, readCsvGz } from './read-csv-gz.ts';

/** A folder that was read and found sound. */
export interface RetailReading {
  readonly source: RetailSource;
  readonly totals: RetailTotals;
  /** SHA-256 of what the files say, however they are packed, in hex. */
  readonly contentHash: string;
  readonly rows: number;
}

export interface BrokenFiles {
  readonly ok: false;
  readonly reason: 'broken-files';
  /** The first of them; `faultCount` counts all. */
  readonly faults: readonly SourceFault[];
  readonly faultCount: number;
}

export const retailFileName = (file: RetailFile): string => `${file}.csv.gz`;

/**
 * Reads products, invoices and lines, and checks every row before anything is written anywhere. All of it is held in
 * memory: half a million lines take about 150 MB.
 */
export async function readRetailFolder(
  folder: string,
  onRows: (rows: number) => void = () => {},
): Promise<{ readonly ok: true; readonly value: RetailReading } | BrokenFiles> {
  const gatherer = gatherRetail();
  const reckoner = reckonRetail();
  const content = createHash('sha256');
  let rows = 0;
  for (const file of RETAIL_FILES) {
    const before = rows;
    try {
      const hash = await readCsvGz(path.join(folder, retailFileName(file)), RETAIL_COLUMNS[file], (row, line) => {
        rows += 1;
        if (gatherer.take(file, row as never, line)) reckoner.take(file, row as never);
        if (rows % 10_000 === 0) onRows(rows);
      });
      content.update(hash);
    } catch (error) {
      if (!(error instanceof CsvFileError)) throw error;
      return broken([{ file, line: error.line, what: error.message }]);
    }
    if (rows === before) return broken([{ file, line: null, what: 'is empty: it has no rows' }]);
  }
  onRows(rows);
  const gathered = gatherer.result();
  if (!gathered.ok) return broken(gathered.faults, gathered.faultCount);
  return {
    ok: true,
    value: { source: gathered.source, totals: reckoner.totals(), contentHash: content.digest('hex'), rows },
  };
}

const broken = (faults: readonly SourceFault[], faultCount = faults.length): BrokenFiles => ({
  ok: false,
  reason: 'broken-files',
  faults,
  faultCount,
});
