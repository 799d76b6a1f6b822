import { timingSafeEqual } from 'node:crypto';
import { apiKeysInForce, noteApiKeyUse } from '../../../db/api-keys/api-keys.queries.ts';
import { transaction } from '../../../db/kernel/connection.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { digestOfKey } from './make-api-key.ts';

/** A use is noted at most this often, so that looking somebody up does not wait for the disk each time. */
const NOTED_EVERY_MS = 60_000;

/**
 * The key in force that this is, or null. All of them are compared, each in constant time: how long it takes tells
 * nothing about how much of a guess was right.
 */
export function recogniseApiKey({ db }: OpenStore, key: string, nowMs: number): Id<'api-key'> | null {
  const digest = digestOfKey(key);
  const [found] = apiKeysInForce.all(db, {}).filter((known) => timingSafeEqual(known.digest, digest));
  if (!found) return null;
  const { keyId, lastUsedAtMs } = found;
  if (lastUsedAtMs === null || Math.abs(nowMs - lastUsedAtMs) >= NOTED_EVERY_MS)
    transaction(db, (tx) => void noteApiKeyUse.run(tx, { keyId, atMs: nowMs }));
  return keyId;
}
