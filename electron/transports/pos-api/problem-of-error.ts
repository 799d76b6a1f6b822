import type { FastifyRequest } from 'fastify';
import { type Problem, ProblemError, requestProblem } from './problem.ts';

/** Ample for a basket of 500 lines. */
export const LARGEST_BODY_BYTES = 256 * 1024;

const OF_CODE: Readonly<Record<string, ProblemError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: requestProblem('body-too-large', { details: { most: LARGEST_BODY_BYTES } }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: requestProblem('content-type-unsupported'),
};

/** What an error is to the caller. A bug or a broken disk is reported, without its words: they can name persons. */
export function problemOf(error: unknown, { method, routeOptions }: FastifyRequest): Problem {
  if (error instanceof ProblemError) return error.problem;
  const { code = '', statusCode = 500 } = error as { readonly code?: string; readonly statusCode?: number };
  const known = OF_CODE[code];
  if (known) return known.problem;
  if (statusCode >= 400 && statusCode < 500) return requestProblem('invalid-request').problem;
  console.error(`${method} ${routeOptions?.url ?? 'a request'} failed: ${nameOf(error)} ${code}\n${placesIn(error)}`);
  return requestProblem('internal').problem;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.constructor.name : typeof error);

/** A stack without the message above it. */
const placesIn = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .join('\n')
    : '';
