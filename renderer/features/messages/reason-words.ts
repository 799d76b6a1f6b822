import type { TFunction } from 'i18next';
import type { messages } from '../../lib/words/en/messages.ts';

type Known = Exclude<keyof (typeof messages)['reason'], 'code'>;

const KNOWN: ReadonlySet<string> = new Set<Known>([
  'too-late',
  'member-gone',
  'member-stopped',
  'no-address',
  'no-consent',
  'declined',
  'cap-reached',
  'value-missing',
  'template-retired',
  'quiet-hours',
  'interrupted',
  'restored',
  'by-hand',
  'not-taken',
  'no-answer',
  'gateway-failed',
]);

/** Why a message stands as it does; a code of the channel where there are no words for it. */
export const reasonWords = (reason: string | null, t: TFunction): string => {
  if (reason === null) return '';
  return KNOWN.has(reason) ? t(`messages.reason.${reason as Known}`) : t('messages.reason.code', { code: reason });
};
