import fs from 'node:fs';
import { connect } from '../kernel/connection.ts';

export interface CopyTerms {
  /** Pages of 4 KiB a step, each of which is synced. */
  readonly pagesPerStep: number;
  /** How long to rest between two steps, so that a sale's own sync finds the disk free. */
  readonly restMs: number;
  readonly onProgress: (copied: number, total: number) => void;
}

const rest = (ms: number) => {
  if (ms > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};

/**
 * Copies a store as it stands now into a new file, while others write to it: one snapshot from the first page to the
 * last. The copy is one plain file without a log beside it, and is on the disk when this is done. Blocks the thread
 * that it runs in while it copies and rests, so that is not the one that sells.
 */
export async function copyStore(
  from: string,
  to: string,
  { pagesPerStep, restMs, onProgress }: CopyTerms,
): Promise<void> {
  const source = connect(from, { readonly: true });
  let handle: number | null = null;
  try {
    // Held open, the snapshot lets no write of another connection begin the copy anew.
    source.raw.exec('BEGIN');
    source.raw.pragma('user_version');
    await source.raw.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        handle ??= fs.openSync(to, 'r+');
        // What is synced little by little is not synced all at once in the middle of somebody's sale.
        fs.fdatasyncSync(handle);
        onProgress(totalPages - remainingPages, totalPages);
        rest(restMs);
        return pagesPerStep;
      },
    });
  } finally {
    if (handle !== null) fs.closeSync(handle);
    source.raw.close();
  }
  const copy = connect(to, { journal: 'DELETE' });
  copy.raw.close();
}
