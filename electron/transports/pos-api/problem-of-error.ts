import type { FastifyRequest } from 'fastify';
import { diskRefusalOf } from '../../../db/kernel/disk-refusal.ts';
import type { ProgramLog } from '../../api/program-log.ts';
import { type Problem, ProblemError, requestProblem } from './problem.ts';

/** Ample for a basket of 500 lines. */
export const LARGEST_BODY_BYTES = 256 * 1024;

const OF_CODE: Readonly<Record<string, ProblemError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: requestProblem('body-too-large', { details: { most: LARGEST_BODY_BYTES } }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: requestProblem('content-type-unsupported'),
};

/** What an error is to the caller. A bug or a broken disk is noted, without its words: they can name persons. */
export function problemOf(error: unknown, { routeOptions }: FastifyRequest, log: ProgramLog): Problem {
  if (error instanceof ProblemError) return error.problem;
  const { code = '', statusCode = 500 } = error as { readonly code?: string; readonly statusCode?: number };
  const known = OF_CODE[code];
  if (known) return known.problem;
  if (diskRefusalOf(error)?.reason === 'disk-full') return requestProblem('disk-full').problem;
  if (statusCode >= 400 && statusCode < 500) return requestProblem('invalid-request').problem;
  log.bug(`pos-api.${OPERATION.exec(routeOptions?.url ?? '')?.[0] ?? 'request'}`, error);
  return requestProblem('internal').problem;
}

/** The first word of the path behind its base: `members`, `purchases`. */
const OPERATION = /(?<=\/api\/v1\/)[a-z]+/;
