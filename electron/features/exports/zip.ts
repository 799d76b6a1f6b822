import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);

const SIGNATURE = { local: 0x04034b50, descriptor: 0x08074b50, central: 0x02014b50, end: 0x06054b50 } as const;
const VERSION = 20;
/** Sizes follow the data; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1 January 1980: nothing is said of when a part was made. */
const DOS_DATE = 0x21;
const LARGEST_BYTES = 0xffff_ffff;
/** So much is deflated at once, from one buffer that is used again and again: what is made anew would pile up. */
const BOX_BYTES = 512 * 1024;
const MOST_PACKED_BYTES = 128 * 1024;
/** Fast: a list shrinks to a sixth of its XML as it is, and somebody waits for it. */
const LEVEL = 3;

const PACKING = { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH, chunkSize: MOST_PACKED_BYTES } as const;

/** A file in a zip, as it comes. */
export interface ZipEntry {
  readonly name: string;
  readonly texts: Iterable<string> | AsyncIterable<string>;
}

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  crc: number;
  packedBytes: number;
  bytes: number;
}

const numbers = (...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer => {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
};

const sizes = ({ crc, packedBytes, bytes }: Written) => [
  [4, crc] as const,
  [4, packedBytes] as const,
  [4, bytes] as const,
];
const common = [
  [2, VERSION] as const,
  [2, FLAGS] as const,
  [2, DEFLATED] as const,
  [2, 0] as const,
  [2, DOS_DATE] as const,
];

/**
 * A zip, piece by piece: nothing of it is held but the piece that is asked for. Each boxful of an entry is deflated by
 * itself, up to a byte's end, so that together they are one stream. Throws RangeError beyond 4 GiB, and for a text that
 * fills no box. Source: PKWARE's APPNOTE 6.3.
 */
export async function* zipOf(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const box = Buffer.allocUnsafe(BOX_BYTES);
  const all: Written[] = [];
  let offset = 0;
  const counted = (piece: Buffer): Buffer => {
    offset += piece.length;
    return piece;
  };
  for (const { name, texts } of entries) {
    const written: Written = { name: Buffer.from(name, 'utf8'), offset, crc: 0, packedBytes: 0, bytes: 0 };
    const nothing = { ...written, crc: 0, packedBytes: 0, bytes: 0 };
    yield counted(
      Buffer.concat([
        numbers([4, SIGNATURE.local], ...common, ...sizes(nothing), [2, written.name.length], [2, 0]),
        written.name,
      ]),
    );
    let filled = 0;
    const packBox = async (): Promise<Buffer> => {
      const raw = box.subarray(0, filled);
      filled = 0;
      const packed = await deflate(raw, PACKING);
      written.crc = crc32(raw, written.crc);
      written.bytes += raw.length;
      written.packedBytes += packed.length;
      if (Math.max(written.bytes, offset) > LARGEST_BYTES) throw new RangeError('the zip is too large');
      return counted(packed);
    };
    for await (const text of texts) {
      const bytes = Buffer.byteLength(text);
      if (bytes > BOX_BYTES) throw new RangeError('a text is too large for the zip');
      if (filled + bytes > BOX_BYTES) yield await packBox();
      filled += box.write(text, filled);
    }
    if (filled > 0) yield await packBox();
    const end = await deflate(Buffer.alloc(0));
    written.packedBytes += end.length;
    yield counted(Buffer.concat([end, numbers([4, SIGNATURE.descriptor], ...sizes(written))]));
    all.push(written);
  }
  const start = offset;
  for (const written of all)
    yield counted(
      Buffer.concat([
        numbers(
          [4, SIGNATURE.central],
          [2, VERSION],
          ...common,
          ...sizes(written),
          [2, written.name.length],
          [2, 0],
          [2, 0],
          [2, 0],
          [2, 0],
          [4, 0],
          [4, written.offset],
        ),
        written.name,
      ]),
    );
  yield numbers(
    [4, SIGNATURE.end],
    [2, 0],
    [2, 0],
    [2, all.length],
    [2, all.length],
    [4, offset - start],
    [4, start],
    [2, 0],
  );
}
