import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { LIMITS } from '../../../shared/sync/batch.ts';

/**
 * A message as bytes: SHA-256 of the rest, the length of its head (uint32, big endian), the head as JSON, and the packed
 * rows as one JSON a line.
 */
const HASH_BYTES = 32;
const HEAD_AT = HASH_BYTES + 4;

export interface PackedRows {
  readonly packed: Uint8Array;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
}

export function packRows(rows: readonly object[]): PackedRows {
  if (rows.length === 0) return { packed: new Uint8Array(0), packedBytes: 0, unpackedBytes: 0 };
  const lines = Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'), 'utf8');
  const packed = deflateRawSync(lines, { level: 1 });
  return { packed, packedBytes: packed.length, unpackedBytes: lines.length };
}

export function seal(head: object, { packed } = packRows([])): Uint8Array {
  const text = Buffer.from(JSON.stringify(head), 'utf8');
  const frame = Buffer.alloc(HEAD_AT + text.length + packed.length);
  frame.writeUInt32BE(text.length, HASH_BYTES);
  text.copy(frame, HEAD_AT);
  frame.set(packed, HEAD_AT + text.length);
  hash('sha256', frame.subarray(HASH_BYTES), 'buffer').copy(frame);
  return frame;
}

/** The head and the packed rows of a message, or null where a byte is missing or changed. */
export function open(
  bytes: Uint8Array,
): { readonly head: unknown; readonly headBytes: Uint8Array; readonly packed: Uint8Array } | null {
  const frame = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (frame.length < HEAD_AT) return null;
  if (!hash('sha256', frame.subarray(HASH_BYTES), 'buffer').equals(frame.subarray(0, HASH_BYTES))) return null;
  const end = HEAD_AT + frame.readUInt32BE(HASH_BYTES);
  if (end > frame.length) return null;
  const headBytes = frame.subarray(HEAD_AT, end);
  try {
    return { head: JSON.parse(headBytes.toString('utf8')) as unknown, headBytes, packed: frame.subarray(end) };
  } catch {
    return null;
  }
}

/** The rows of a message. Measured while they are unpacked: a small message that swells is stopped at the limit. */
export function unpackRows(packed: Uint8Array): readonly unknown[] | 'too-large' | 'damaged' {
  if (packed.length > LIMITS.packedBytes) return 'too-large';
  if (packed.length === 0) return [];
  try {
    const lines = inflateRawSync(packed, { maxOutputLength: LIMITS.unpackedBytes }).toString('utf8');
    return lines.split('\n').map((line) => JSON.parse(line) as unknown);
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged';
  }
}
