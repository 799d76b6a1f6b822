import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { putInPlace } from '../../../db/kernel/sync-file.ts';

const PIECE_BYTES = 1024 * 1024;

function digestOf(file: string): string {
  const digest = createHash('sha256');
  for (const piece of piecesOf(file)) digest.update(piece);
  return digest.digest('hex');
}

function* piecesOf(file: string): Generator<Buffer> {
  const handle = fs.openSync(file, 'r');
  try {
    const piece = Buffer.alloc(PIECE_BYTES);
    for (;;) {
      const read = fs.readSync(handle, piece);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    fs.closeSync(handle);
  }
}

/**
 * Copies a finished backup to another place — a stick, a share — and reads it back. Throws where what is read is not
 * what was written; then nothing stands there under the backup's name. Returns its SHA-256.
 */
export function copyElsewhere(from: string, to: string, onProgress: (done: number, total: number) => void): string {
  const making = `${to}.making`;
  const total = fs.statSync(from).size;
  const written = createHash('sha256');
  const handle = fs.openSync(making, 'w');
  let done = 0;
  try {
    try {
      for (const piece of piecesOf(from)) {
        written.update(piece);
        fs.writeSync(handle, piece);
        done += piece.length;
        onProgress(done, total);
      }
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    const digest = written.digest('hex');
    if (digestOf(making) !== digest) throw Object.assign(new Error('the copy differs'), { code: 'COPY_DIFFERS' });
    putInPlace(making, to);
    return digest;
  } catch (error) {
    fs.rmSync(making, { force: true });
    throw error;
  }
}
