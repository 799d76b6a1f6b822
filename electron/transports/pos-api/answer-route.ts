import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PosRefusal } from '../../../shared/contract/pos-problems.ts';
import type { Refusal } from '../../../shared/kernel/outcome.ts';
import type { PosApiHost } from '../../api/app-host.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { checkInput } from './check-input.ts';
import { type IdFromKey, idFromKey } from './idempotency-key.ts';
import { languageOf } from './language.ts';
import type { PosRoute } from './pos-route.ts';
import { ProblemError, requestProblem } from './problem.ts';
import { BASE_PATH } from './routes.ts';

type Asked = Pick<PosApiHost, 'changes' | 'clock' | 'ids' | 'writesStopped'> & { readonly store: OpenStore };

const ID_REUSED: readonly string[] = ['member-id-reused', 'purchase-id-reused'];

function errorOf(route: PosRoute, { reason, details }: Refusal): Error {
  if (ID_REUSED.includes(reason)) return requestProblem('idempotency-key-reused');
  const status = route.refusals[reason as PosRefusal];
  if (status === undefined) return new Error(`${route.operationId} refused with ${reason}, which it does not declare`);
  return new ProblemError({ reason: reason as PosRefusal, status, details });
}

const makesNothing: IdFromKey = () => {
  throw new Error('a GET makes nothing');
};

/** Checks the parts of a request, asks the use case, and holds the answer against what the document says. */
export function answerRoute(
  route: PosRoute,
  { store, changes, clock, ids, writesStopped }: Asked,
  { headers, params, query, body, apiKeyId }: FastifyRequest,
  reply: FastifyReply,
): unknown {
  const language = languageOf(headers['accept-language']);
  if (apiKeyId === null) throw new Error(`${route.operationId} was asked without a key`);
  const takesKey = route.method === 'POST';
  if (takesKey && writesStopped()) throw requestProblem('no-store-open');
  const call = {
    store,
    apiKeyId,
    changes,
    nowMs: clock(),
    ids,
    idFromKey: takesKey ? idFromKey(headers['idempotency-key'], store.facts.tillId) : makesNothing,
  };
  const outcome = route.handle(call, {
    params: checkInput(route.params, params, 'parameters', language),
    query: checkInput(route.query, query, 'parameters', language),
    body: checkInput(route.body, body, 'body', language),
  });
  if (!outcome.ok) throw errorOf(route, outcome);
  const result = route.result.parse(outcome.value.body);
  reply.code(route.status).type('application/json; charset=utf-8');
  if (outcome.value.isReplay) reply.header('idempotent-replayed', 'true');
  if (route.locate) reply.header('location', BASE_PATH + route.locate(result));
  return result;
}
