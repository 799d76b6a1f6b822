import { nodeDigest } from '../../../db/changes/digest.ts';
import { namedId } from '../../../shared/imports/named-id.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { requestProblem } from './problem.ts';

export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,128}$/;

/** Gives the id of what a request makes: the same for the same key at the same till, so also after a restart. */
export type IdFromKey = <const Noun extends string>(noun: Noun) => Id<Noun>;

/**
 * Reads the key. Its scope is the till and not the API key: whoever asks again under a new API key, because the old one
 * was revoked meanwhile, must not sell twice.
 */
export function idFromKey(header: string | readonly string[] | undefined, tillId: Id<'till'>): IdFromKey {
  if (typeof header !== 'string' || !IDEMPOTENCY_KEY.test(header)) throw requestProblem('idempotency-key-missing');
  return (noun) => namedId(`pos-api/${tillId}`, noun, header, nodeDigest);
}
