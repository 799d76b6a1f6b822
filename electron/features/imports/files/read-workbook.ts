import { Readable } from 'node:stream';
import { FileRefusedError, type FileRow, type FileRows } from './file-row.ts';
import { type WorkbookParts, weighWorkbook } from './weigh-workbook.ts';

const BATCH = 500;
/** Excel itself keeps 15 digits; what is longer lost its end. */
const DIGITS_KEPT = 1e15;

/** What of the reader of exceljs is used here; its types leave it out. */
interface SheetRow {
  readonly number: number;
  /** From 1; holes where nothing stands. */
  readonly values: readonly unknown[];
}
interface BookReader extends AsyncIterable<AsyncIterable<SheetRow>> {
  readonly model?: {
    readonly sheets?: readonly { readonly name: string; readonly rId: string; readonly state?: string }[];
  };
  readonly workbookRels?: readonly { readonly Id: string; readonly Target: string }[];
}

/**
 * A zip that holds only the given parts, stored as they are. exceljs reads a zip by the headers between its parts, which
 * may say something else than the directory that was weighed; so it gets what was weighed and counted, and no more.
 */
async function* onlyParts(book: WorkbookParts, parts: ReadonlyMap<string, string>): AsyncGenerator<Buffer> {
  for (const [name, source] of parts) {
    const size = book.sizeOf(source);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt32LE(book.crcOf(source), 14);
    header.writeUInt32LE(size, 18);
    header.writeUInt32LE(size, 22);
    header.writeUInt16LE(Buffer.byteLength(name), 26);
    yield Buffer.concat([header, Buffer.from(name)]);
    yield* book.bytesOf(source);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  yield end;
}

/** exceljs waits for ever where its source fails, so the failure is raced against each step. */
async function* unless<T>(failure: Promise<never>, steps: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = steps[Symbol.asyncIterator]();
  for (;;) {
    const step = await Promise.race([iterator.next(), failure]);
    if (step.done) return;
    yield step.value;
  }
}

async function readerOf(
  book: WorkbookParts,
  parts: ReadonlyMap<string, string>,
): Promise<{ readonly reader: BookReader; readonly failure: Promise<never> }> {
  // Loaded for workbooks only: it takes half a second.
  const { default: ExcelJS } = await import('exceljs');
  const source = Readable.from(onlyParts(book, parts), { objectMode: false });
  const failure = new Promise<never>((_, reject) => source.once('error', reject));
  failure.catch(() => {});
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(source, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  }) as unknown as BookReader;
  return { reader, failure };
}

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const BEFORE_SHEETS = [RELATIONS, WORKBOOK, 'xl/styles.xml', 'xl/sharedStrings.xml'];
/** exceljs waits for shared strings before it reads a sheet; a book without any gets an empty list. */
const SHARED_STRINGS = 'xl/sharedStrings.xml';

/** The visible sheets of a workbook by name, in its order, each with the part that holds it. */
async function sheetsOf(book: WorkbookParts): Promise<ReadonlyMap<string, string>> {
  const known = [RELATIONS, WORKBOOK].filter((name) => book.names.has(name));
  const { reader, failure } = await readerOf(book, new Map(known.map((name) => [name, name])));
  for await (const _ of unless(failure, reader));
  const targets = new Map((reader.workbookRels ?? []).map(({ Id, Target }) => [Id, Target]));
  const sheets = new Map<string, string>();
  for (const { name, rId, state } of reader.model?.sheets ?? []) {
    const target = targets.get(rId) ?? '';
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    if (state !== 'hidden' && state !== 'veryHidden' && book.names.has(part)) sheets.set(name, part);
  }
  return sheets;
}

const two = (value: number): string => String(value).padStart(2, '0');

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const minutes = Math.round(date.getTime() / 60_000);
  const at = new Date(minutes * 60_000);
  const day = `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
  return minutes % 1440 === 0 ? day : `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** Fifteen digits, so that what a spreadsheet reckoned (0.1 + 0.2) reads as it is shown there. */
const numberText = (value: number): string =>
  Math.abs(value) >= DIGITS_KEPT ? value.toExponential() : String(Number(value.toPrecision(15)));

/** What a cell shows; of a formula its last result, and the formula itself where there is none. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? numberText(value) : '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dateText(value);
  const cell = value as {
    readonly richText?: readonly { readonly text?: string | null }[];
    readonly formula?: string;
    readonly result?: unknown;
    readonly text?: unknown;
    readonly error?: string;
  };
  if (cell.richText) return cell.richText.map(({ text }) => text ?? '').join('');
  if (cell.formula !== undefined) {
    const result = cell.result === undefined ? '' : cellText(cell.result);
    return result === '' ? `=${cell.formula}` : result;
  }
  if (cell.error !== undefined) return cell.error;
  return cellText(cell.text);
}

/** Names of the sheets of a workbook. Throws FileRefusedError for a workbook that is none, or that is a trap. */
export async function findSheets(file: string): Promise<string[]> {
  const book = await weighWorkbook(file);
  try {
    return [...(await sheetsOf(book)).keys()];
  } catch (error) {
    throw error instanceof FileRefusedError ? error : new FileRefusedError('workbook-unreadable');
  } finally {
    book.close();
  }
}

/** Reads the rows of one sheet, the header among them. Throws FileRefusedError. */
export async function* readWorkbook(file: string, sheet: string): AsyncGenerator<FileRows> {
  const book = await weighWorkbook(file);
  try {
    const part = (await sheetsOf(book)).get(sheet);
    if (part === undefined) throw new FileRefusedError('sheet-unknown');
    const parts = new Map(BEFORE_SHEETS.filter((name) => book.names.has(name)).map((name) => [name, name]));
    if (!book.names.has(SHARED_STRINGS)) parts.set(SHARED_STRINGS, WORKBOOK);
    parts.set('xl/worksheets/sheet1.xml', part);
    const { reader, failure } = await readerOf(book, parts);
    for await (const worksheet of unless(failure, reader)) yield* rowsOf(unless(failure, worksheet));
  } catch (error) {
    throw error instanceof FileRefusedError ? error : new FileRefusedError('workbook-unreadable');
  } finally {
    book.close();
  }
}

async function* rowsOf(sheetRows: AsyncIterable<SheetRow>): AsyncGenerator<FileRows> {
  let rows: FileRow[] = [];
  let last = 0;
  for await (const { number, values } of sheetRows) {
    last = Number.isSafeInteger(number) ? number : last + 1;
    const cells = Array.from(values, cellText).slice(1);
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ row: last, cells, quotesBroken: false });
    if (rows.length < BATCH) continue;
    yield { rows, readShare: 0 };
    rows = [];
  }
  if (rows.length > 0) yield { rows, readShare: 1 };
}
