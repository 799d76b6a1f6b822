import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(16_384);
let used = pool.length;

/** `count` (≤ 16 KiB) random bytes from the system, drawn in bulk: a sale needs a dozen small ones, and each call costs. */
export function randomBytes(count: number): Uint8Array {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += count;
  return new Uint8Array(pool.subarray(used - count, used));
}
