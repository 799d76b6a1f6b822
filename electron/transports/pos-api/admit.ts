import type { FastifyRequest } from 'fastify';
import type { Id } from '../../../shared/kernel/id.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { recogniseApiKey } from '../../features/api-keys/recognise-api-key.ts';
import { requestProblem } from './problem.ts';
import type { WrongKeys } from './wrong-keys.ts';

const BEARER = /^Bearer +([\x21-\x7e]{1,200}) *$/i;
const CHALLENGE = 'Bearer realm="Regulars"';

/** Lets whoever shows a key in force pass (RFC 6750) and says which; anybody else is told what is missing. */
export function admit(
  store: OpenStore,
  { headers }: FastifyRequest,
  wrongKeys: WrongKeys,
  nowMs: number,
): Id<'api-key'> {
  if (headers.authorization === undefined)
    throw requestProblem('api-key-missing', { headers: { 'www-authenticate': CHALLENGE } });
  const key = BEARER.exec(headers.authorization)?.[1];
  const keyId = key === undefined ? null : recogniseApiKey(store, key, nowMs);
  if (keyId) return keyId;
  const seconds = wrongKeys.count();
  if (seconds > 0)
    throw requestProblem('too-many-wrong-keys', { details: { seconds }, headers: { 'retry-after': String(seconds) } });
  throw requestProblem('api-key-wrong', {
    headers: { 'www-authenticate': `${CHALLENGE}, error="invalid_token"` },
  });
}
