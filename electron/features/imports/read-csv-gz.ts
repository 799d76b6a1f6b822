import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import Papa from 'papaparse';

/** A file that cannot be read as what it claims to be. `line` counts from 1; null where no line is to blame. */
export class CsvFileError extends Error {
  readonly line: number | null;
  constructor(what: string, line: number | null = null) {
    super(what);
    this.line = line;
  }
}

/**
 * Streams a gzipped UTF-8 CSV file with a header. Calls `onRow` for every row with the text of the wanted columns and the
 * number of the line it begins in; other columns are passed over. Returns the SHA-256 of the inflated bytes.
 * Throws CsvFileError for a file that is missing, empty, cut off, not gzip, not UTF-8, or not of these columns.
 */
export async function readCsvGz<Column extends string>(
  file: string,
  columns: readonly Column[],
  onRow: (row: Readonly<Record<Column, string>>, line: number) => void,
): Promise<Uint8Array> {
  const hash = createHash('sha256');
  const rows = rowReader(columns, onRow);
  const text = Readable.from(wholeLines(inflated(file), (bytes) => hash.update(bytes)));
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(text, {
      delimiter: ',',
      chunk: ({ data, errors }, parser) => {
        try {
          const broken = new Map(errors.map((error) => [error.row ?? 0, error.message]));
          for (const [index, fields] of data.entries()) rows.take(fields, broken.get(index));
        } catch (error) {
          // Before the parser is told: it calls an aborted parse complete.
          reject(error as Error);
          parser.abort();
          text.destroy();
        }
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  if (!rows.hasHeader()) throw new CsvFileError('is empty: it has no header');
  return hash.digest();
}

async function* inflated(file: string): AsyncGenerator<Buffer> {
  const packed = fs.createReadStream(file);
  const gunzip = createGunzip();
  packed.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const bytes of packed.pipe(gunzip)) yield bytes as Buffer;
  } catch (error) {
    if (packed.bytesRead === 0 && packed.readableEnded) throw new CsvFileError('is empty');
    throw explained(error as NodeJS.ErrnoException);
  } finally {
    packed.destroy();
  }
}

function explained(error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOENT') return new CsvFileError('is missing');
  if (error.code === 'EACCES' || error.code === 'EISDIR') return new CsvFileError(`cannot be read (${error.code})`);
  if (error.code === 'Z_BUF_ERROR') return new CsvFileError('is cut off: the gzip data ends too early');
  if (error.code?.startsWith('Z_')) return new CsvFileError(`is not sound gzip data (${error.message})`);
  return error;
}

const LINE_FEED = 10;

/** Text up to the last line break of what has come so far: whole lines hold whole characters. */
async function* wholeLines(source: AsyncIterable<Buffer>, onBytes: (bytes: Buffer) => void): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  const decoded = (bytes: Buffer): string => {
    if (!isUtf8(bytes)) throw new CsvFileError('is not UTF-8', line + linesBeforeFault(bytes));
    line += countLines(bytes);
    return bytes.toString('utf8');
  };
  let atStart = true;
  for await (const bytes of source) {
    onBytes(bytes);
    const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    const end = all.lastIndexOf(LINE_FEED) + 1;
    rest = all.subarray(end);
    if (end === 0) continue;
    const text = decoded(all.subarray(0, end));
    yield atStart ? text.replace(/^\uFEFF/, '') : text;
    atStart = false;
  }
  if (rest.length > 0) yield decoded(rest);
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}

function linesBeforeFault(bytes: Buffer): number {
  let count = 0;
  let start = 0;
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return count;
    start = end + 1;
    count += 1;
  }
  return count;
}

function rowReader<Column extends string>(
  columns: readonly Column[],
  onRow: (row: Readonly<Record<Column, string>>, line: number) => void,
) {
  let places: readonly (readonly [Column, number])[] | null = null;
  let width = 0;
  let line = 1;
  const readHeader = (header: readonly string[]) => {
    const missing = columns.filter((column) => !header.includes(column));
    if (missing.length > 0)
      throw new CsvFileError(`lacks the column ${missing.join(', ')} (its header: ${header.join(', ')})`, 1);
    width = header.length;
    places = columns.map((column) => [column, header.indexOf(column)]);
  };
  return {
    hasHeader: () => places !== null,
    take(fields: readonly string[], broken: string | undefined) {
      const at = line;
      line +=
        1 + fields.reduce((breaks, field) => breaks + (field.includes('\n') ? field.split('\n').length - 1 : 0), 0);
      if (broken !== undefined) throw new CsvFileError(`is not sound CSV: ${broken}`, at);
      if (fields.length === 1 && fields[0] === '') return;
      if (!places) return readHeader(fields);
      if (fields.length !== width)
        throw new CsvFileError(`has ${fields.length} fields where the header has ${width}`, at);
      const row = {} as Record<Column, string>;
      for (const [column, place] of places) row[column] = fields[place] as string;
      onRow(row, at);
    },
  };
}
