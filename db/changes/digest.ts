import { hash } from 'node:crypto';
import type { Digest } from '../../shared/sync/chain.ts';

/** SHA-256 of Node, for the pure code that knows no Node. */
export const nodeDigest: Digest = {
  sha256: (parts) => hash('sha256', parts[0] && parts.length === 1 ? parts[0] : Buffer.concat(parts), 'buffer'),
  utf8: (text) => Buffer.from(text, 'utf8'),
};
