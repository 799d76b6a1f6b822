import { createHash } from 'node:crypto';
import type { Digest } from '../../shared/sync/chain.ts';

/** SHA-256 of Node, for the pure code that knows no Node. */
export const nodeDigest: Digest = {
  sha256(parts) {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return hash.digest();
  },
  utf8: (text) => Buffer.from(text, 'utf8'),
};
