import fs from 'node:fs';
import Papa from 'papaparse';
import { DELIMITERS, type Delimiter, type Encoding } from '../../../../shared/imports/reading.ts';
import { FileRefusedError, type FileRow, type FileRows } from './file-row.ts';

const CHUNK_BYTES = 1024 * 1024;
const SAMPLE_CHARACTERS = 64 * 1024;
const SAMPLE_RECORDS = 30;

/** The text of a file, a chunk at a time, with the share that is read. A byte order mark is no part of it. */
async function* textOf(file: string, encoding: Encoding, fatal = false): AsyncGenerator<[text: string, share: number]> {
  const decoder = new TextDecoder(encoding, { fatal });
  const { size } = fs.statSync(file);
  let seen = 0;
  for await (const bytes of fs.createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    seen += (bytes as Buffer).length;
    yield [decoder.decode(bytes as Buffer, { stream: true }), seen / size];
  }
  const rest = decoder.decode();
  if (rest !== '') yield [rest, 1];
}

function byMark(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return null;
}

/** Text without a mark whose every second byte is often zero is UTF-16; a zero anywhere else is no text at all. */
function byZeros(head: Buffer): Encoding | null {
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return null;
  if (odd > head.length / 10 && even * 10 < odd) return 'utf-16le';
  if (even > head.length / 10 && odd * 10 < even) return 'utf-16be';
  throw new FileRefusedError('file-not-text');
}

async function isUtf8(file: string): Promise<boolean> {
  try {
    for await (const _ of textOf(file, 'utf-8', true));
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/**
 * Finds a file's encoding: its byte order mark, the zeros of UTF-16, else UTF-8 where all of it is sound UTF-8, else
 * GB18030 (which holds GBK and GB2312), in which Excel for China saves. Throws FileRefusedError for what is no text.
 */
export async function findEncoding(file: string): Promise<Encoding> {
  const head = Buffer.alloc(64 * 1024);
  const handle = fs.openSync(file, 'r');
  let length = 0;
  try {
    length = fs.readSync(handle, head, 0, head.length, 0);
  } finally {
    fs.closeSync(handle);
  }
  if (length === 0) throw new FileRefusedError('file-empty');
  const seen = head.subarray(0, length);
  return byMark(seen) ?? byZeros(seen) ?? ((await isUtf8(file)) ? 'utf-8' : 'gb18030');
}

const records = (text: string, delimiter: Delimiter, preview = 0) =>
  Papa.parse<string[]>(text, { delimiter, preview, header: false, skipEmptyLines: false });

/** The delimiter that cuts the first records into the most even columns; a comma where none cuts anything. */
export async function findDelimiter(file: string, encoding: Encoding): Promise<Delimiter> {
  let sample = '';
  for await (const [text] of textOf(file, encoding)) {
    sample += text;
    if (sample.length >= SAMPLE_CHARACTERS) break;
  }
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const widths = records(sample, delimiter, SAMPLE_RECORDS)
      .data.filter((cells) => cells.length > 1 || cells[0] !== '')
      .map((cells) => cells.length);
    const usual = widths[0] ?? 0;
    const even = widths.filter((width) => width === usual).length / Math.max(1, widths.length);
    const score = usual > 1 ? even * 100 + usual : 0;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Where whole records end: behind the last line break that no quote encloses. 0 where there is none. */
function recordsEnd(text: string, lineBreak: string): number {
  let quotes = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes += 1;
  let end = text.length;
  for (;;) {
    const at = text.lastIndexOf(lineBreak, end - 1);
    if (at === -1) return 0;
    for (
      let quote = text.lastIndexOf('"', end - 1);
      quote > at;
      quote = quote === 0 ? -1 : text.lastIndexOf('"', quote - 1)
    )
      quotes -= 1;
    if (quotes % 2 === 0) return at + 1;
    end = at;
    if (end === 0) return 0;
  }
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Reads the records of a CSV file, the header among them. Quoted cells may hold delimiters and line breaks. */
export async function* readTextFile(
  file: string,
  { encoding, delimiter }: { readonly encoding: Encoding; readonly delimiter: Delimiter },
): AsyncGenerator<FileRows> {
  let row = 0;
  const rowsOf = (text: string): FileRow[] => {
    const { data, errors } = records(text.replace(/\r?\n$|\r$/, ''), delimiter);
    const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map((error) => error.row));
    const found: FileRow[] = [];
    for (const [index, cells] of data.entries()) {
      row += 1;
      if (!isBlank(cells)) found.push({ row, cells, quotesBroken: broken.has(index) });
    }
    return found;
  };
  let rest = '';
  let lineBreak: string | null = null;
  for await (const [text, readShare] of textOf(file, encoding)) {
    lineBreak ??= text.includes('\n') ? '\n' : '\r';
    const all = rest + text;
    const end = recordsEnd(all, lineBreak);
    rest = all.slice(end);
    if (end > 0) yield { rows: rowsOf(all.slice(0, end)), readShare };
  }
  if (rest !== '') yield { rows: rowsOf(rest), readShare: 1 };
}
