import {
  type PosRefusal,
  type ProblemReason,
  REQUEST_PROBLEMS,
  type RequestProblem,
} from '../../../shared/contract/pos-problems.ts';
import { fillWords, type Language, WORDS } from './language.ts';

/** What is wrong with one part of a request: a place in the body, or a parameter of the address. */
export type PartProblem = ({ readonly pointer: string } | { readonly parameter: string }) & { readonly detail: string };

export interface Problem {
  readonly reason: ProblemReason;
  readonly status: number;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
  readonly errors?: readonly PartProblem[] | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Ends a request with a problem. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.reason);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** A request that failed before any rule of the shop was asked. */
export const requestProblem = (
  reason: RequestProblem,
  more: Pick<Problem, 'details' | 'errors' | 'headers'> = {},
): ProblemError => new ProblemError({ reason, status: REQUEST_PROBLEMS[reason], ...more });

const isRequestProblem = (reason: ProblemReason): reason is RequestProblem => reason in REQUEST_PROBLEMS;

/** A problem as it is sent (RFC 9457). `type` never changes; `title` and `detail` are in the caller's language. */
export function problemDocument({ reason, status, details, errors }: Problem, language: Language, currency: string) {
  const { problemTitles, requestProblems, refusals } = WORDS[language];
  const sentence = isRequestProblem(reason) ? requestProblems[reason] : refusals[reason satisfies PosRefusal];
  return {
    type: `/problems/${reason}`,
    title: problemTitles[reason],
    status,
    detail: fillWords(sentence, details ?? {}, language, currency),
    reason,
    ...(details ? { details } : {}),
    ...(errors ? { errors } : {}),
  };
}
