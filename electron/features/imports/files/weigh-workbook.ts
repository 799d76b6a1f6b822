import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { FileRefusedError } from './file-row.ts';

/** What a workbook may hold; beyond it is no shop's list. */
const MOST_ENTRIES = 1_000;
const MOST_INFLATED_BYTES = 512 * 1024 * 1024;
/** A sheet packs to a tenth or a fiftieth; deflate's limit, which bombs come near, is about a thousandth. */
const MOST_RATIO = 250;
const RATIO_FROM_BYTES = 1024 * 1024;

const SAFE_NAME = /^(?:\[Content_Types\]\.xml|(?:_rels|docProps|xl|customXml)\/[\w ./()-]+)$/;
const ARCHIVE = Buffer.from('PK\x03\x04', 'latin1');
const OLD_WORKBOOK = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
/** XML of a workbook declares neither types nor entities; what does wants to be expanded. */
const DECLARATION = /<!(?:DOCTYPE|ENTITY)/i;

export interface WorkbookParts {
  /** Names of all parts. */
  readonly names: ReadonlySet<string>;
  sizeOf(name: string): number;
  crcOf(name: string): number;
  /** The bytes of a part, counted as they are inflated, and looked through for what does not belong there. */
  bytesOf(name: string): AsyncGenerator<Buffer>;
  close(): void;
}

function refuseStrange(entry: yauzl.Entry): void {
  const { fileName, compressedSize, uncompressedSize } = entry;
  if (fileName.endsWith('/')) return;
  if (!SAFE_NAME.test(fileName) || fileName.includes('..') || entry.isEncrypted() || !entry.canDecodeFileData())
    throw new FileRefusedError('workbook-strange');
  if (uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > compressedSize * MOST_RATIO)
    throw new FileRefusedError('workbook-too-large');
}

/**
 * Opens a workbook and weighs it by what it claims, before anything is inflated: how many parts, how large, how tightly
 * packed, under which names. What is read through `bytesOf` is then counted as it really comes.
 * Throws FileRefusedError.
 */
export async function weighWorkbook(file: string): Promise<WorkbookParts> {
  const zip = await openZip(file);
  const entries = new Map<string, yauzl.Entry>();
  try {
    if (zip.entryCount > MOST_ENTRIES) throw new FileRefusedError('workbook-too-large');
    let claimed = 0;
    for await (const entry of zip.eachEntry()) {
      refuseStrange(entry);
      if (entries.has(entry.fileName)) throw new FileRefusedError('workbook-strange');
      claimed += entry.uncompressedSize;
      if (claimed > MOST_INFLATED_BYTES) throw new FileRefusedError('workbook-too-large');
      entries.set(entry.fileName, entry);
    }
    if (!entries.has('xl/workbook.xml')) throw new FileRefusedError('workbook-unreadable');
  } catch (error) {
    zip.close();
    throw error instanceof FileRefusedError ? error : new FileRefusedError('workbook-unreadable');
  }
  let inflated = 0;
  return {
    names: new Set(entries.keys()),
    sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
    crcOf: (name) => entries.get(name)?.crc32 ?? 0,
    async *bytesOf(name) {
      const entry = entries.get(name);
      if (!entry) throw new FileRefusedError('workbook-unreadable');
      let tail = '';
      let isFirst = true;
      for await (const bytes of await streamOf(zip, entry)) {
        inflated += bytes.length;
        if (inflated > MOST_INFLATED_BYTES) throw new FileRefusedError('workbook-too-large');
        if (isFirst && isNoXml(bytes)) throw new FileRefusedError('workbook-strange');
        isFirst = false;
        const text = tail + bytes.toString('latin1');
        if (DECLARATION.test(text)) throw new FileRefusedError('workbook-strange');
        tail = text.slice(-16);
        yield bytes;
      }
    },
    close: () => zip.close(),
  };
}

/** A workbook in a workbook, or XML in an encoding in which nobody could look for declarations. */
const isNoXml = (bytes: Buffer): boolean =>
  bytes.subarray(0, 4).equals(ARCHIVE) || bytes[0] === 0 || bytes[1] === 0 || (bytes[0] ?? 0) >= 0xfe;

async function openZip(file: string): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.openPromise(file, { lazyEntries: true, autoClose: false, strictFileNames: true });
  } catch {
    throw new FileRefusedError((await startsAs(file, OLD_WORKBOOK)) ? 'old-workbook' : 'workbook-unreadable');
  }
}

async function startsAs(file: string, mark: Buffer): Promise<boolean> {
  const { open } = await import('node:fs/promises');
  const handle = await open(file, 'r');
  try {
    const head = Buffer.alloc(mark.length);
    await handle.read(head, 0, head.length, 0);
    return head.equals(mark);
  } finally {
    await handle.close();
  }
}

/** yauzl itself ends the stream with an error where more or less comes than was claimed. */
async function streamOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<AsyncIterable<Buffer>> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  return (async function* () {
    try {
      for await (const bytes of stream) yield bytes as Buffer;
    } catch {
      throw new FileRefusedError('workbook-unreadable');
    } finally {
      stream.destroy();
    }
  })();
}
