import { isTRPCClientError } from '@trpc/client';
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { detailWords } from '../../shared/words/detail-words.ts';
import type { RefusalReason } from '../../shared/words/refusal-reason.ts';
import { type Refused, refusalOf } from './api.ts';
import type { Format } from './format.ts';
import { useFormat } from './use-format.ts';

/** An error as a person reads it. `details` is for support: codes, never personal data. */
export interface ErrorWords {
  readonly text: string;
  readonly details: string;
}

const readable = (details: Refused['details'], t: TFunction, format: Format): Record<string, string> =>
  detailWords(details, {
    money: format.money,
    points: (count) => t('facts.points', { count }),
    quantity: format.quantity,
    seconds: (seconds) => waitWords(seconds, t),
    count: format.count,
  });

/** A wait: seconds up to two minutes, whole minutes (rounded up) beyond. */
export const waitWords = (seconds: number, t: TFunction): string =>
  seconds < 120 ? t('facts.seconds', { count: seconds }) : t('facts.minutes', { count: Math.ceil(seconds / 60) });

const CODE_WORDS = {
  UNAUTHORIZED: 'errors.signInNeeded',
  FORBIDDEN: 'errors.notAllowed',
  PRECONDITION_FAILED: 'errors.noStore',
  BAD_REQUEST: 'errors.badInput',
} as const;

/** The tRPC code of an error from the API (`FORBIDDEN`, …), or null where the API did not answer. */
export function codeOf(error: unknown): string | null {
  if (!isTRPCClientError(error)) return null;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'code' in data ? String(data.code) : null;
}

/** Turns a refusal into words: the one place where reasons become sentences. */
export function refusalWords({ reason, details }: Refused, t: TFunction, format: Format): string {
  // Every reason of the contract has words (a test enumerates them), and each sentence takes its own details.
  const say = t as unknown as (key: `refusals.${RefusalReason}`, details: Record<string, string | number>) => string;
  return say(`refusals.${reason as RefusalReason}`, readable(details, t, format));
}

export function errorWords(error: unknown, t: TFunction, format: Format): ErrorWords {
  const refusal = refusalOf(error);
  if (refusal) return { text: refusalWords(refusal, t, format), details: JSON.stringify(refusal) };
  if (!isTRPCClientError(error)) return { text: t('errors.unexpected'), details: String(error) };
  const code = codeOf(error);
  if (code === null) return { text: t('errors.offline'), details: error.message };
  const key = code in CODE_WORDS ? CODE_WORDS[code as keyof typeof CODE_WORDS] : 'errors.unexpected';
  return { text: t(key), details: `${code}: ${error.message}` };
}

/** `errorWords` in the window's language. */
export function useErrorWords(): (error: unknown) => ErrorWords {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback((error: unknown) => errorWords(error, t, format), [t, format]);
}
