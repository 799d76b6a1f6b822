import type { TFunction } from 'i18next';
import type { messages } from '../../lib/words/en/messages.ts';

type Known = Exclude<keyof (typeof messages)['reason'], 'busy' | 'unreachable' | 'code'>;

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
  'campaign-over',
  'campaign-paused',
  'quiet-hours',
  'interrupted',
  'restored',
  'by-hand',
  'not-taken',
  'no-answer',
  'gateway-failed',
]);

/** Codes of connections that did not come about. */
const UNREACHABLE = /^(E(CONN|NOT|AI_|HOST|NET|DNS|TLS)|UND_ERR_CONNECT|CONNECT_|GREETING_|UPGRADE_)/;

/** Why a message stands as it does; a code of the channel where there are no words for it. */
export const reasonWords = (reason: string | null, t: TFunction): string => {
  if (reason === null) return '';
  if (KNOWN.has(reason)) return t(`messages.reason.${reason as Known}`);
  if (reason === 'http-429') return t('messages.reason.busy');
  return t(UNREACHABLE.test(reason) ? 'messages.reason.unreachable' : 'messages.reason.code', { code: reason });
};
