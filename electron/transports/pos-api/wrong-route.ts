import type { FastifyRequest } from 'fastify';
import { type ProblemError, requestProblem } from './problem.ts';
import { BASE_PATH, DOCUMENT_PATH, POS_ROUTES } from './routes.ts';

const PATHS = [{ path: DOCUMENT_PATH, method: 'GET' }, ...POS_ROUTES].map(({ path, method }) => ({
  method,
  pattern: new RegExp(`^${(BASE_PATH + path).replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/** A path that is ours takes other methods (405); any other is none (404). */
export function wrongRoute({ url }: FastifyRequest): ProblemError {
  const [path = ''] = url.split('?');
  const methods = PATHS.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  if (methods.length === 0) return requestProblem('route-unknown');
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ');
  return requestProblem('method-not-allowed', { headers: { allow } });
}
