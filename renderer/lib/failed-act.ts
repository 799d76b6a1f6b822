import { useCallback } from 'react';
import { refusalOf } from './api.ts';
import { codeOf, useErrorWords } from './error-words.ts';

/** Why an act did not happen, or may not have: the same act with the same id is safe to repeat. */
export interface FailedAct {
  readonly text: string;
  readonly details: string;
}

/** Answers of these codes come from the program itself, before anything was tried. */
const NOT_TRIED = ['UNAUTHORIZED', 'FORBIDDEN', 'PRECONDITION_FAILED', 'BAD_REQUEST'];

/** What to say of an act that failed; `unsure` where nobody knows whether it happened. */
export function useFailedAct(unsure: string): (error: unknown) => FailedAct {
  const errorWords = useErrorWords();
  return useCallback(
    (error: unknown) => {
      const words = errorWords(error);
      const known = refusalOf(error) !== null || NOT_TRIED.includes(codeOf(error) ?? '');
      return known ? words : { text: unsure, details: words.details };
    },
    [errorWords, unsure],
  );
}
