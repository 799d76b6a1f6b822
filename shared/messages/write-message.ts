import type { TemplateContent } from './message.facts.ts';
import type { MessagePurpose } from './message.ts';
import { optOutGap, optOutWords } from './opt-out.ts';
import { fillPlaceholders, type Placeholder, type PlaceholderValues, placeholdersIn } from './placeholders.ts';

export interface WrittenMessage {
  readonly subject: string | null;
  readonly text: string;
}

type Words = Pick<TemplateContent, 'channel' | 'language' | 'subject' | 'text'>;

/**
 * What a member reads: the words with their values, who sends an SMS before it, and in marketing how to have no more of
 * it, where the words do not say so themselves.
 */
export function writeMessage(
  { channel, language, subject, text }: Words,
  purpose: MessagePurpose,
  values: PlaceholderValues,
  signature: string,
): WrittenMessage | { readonly missing: Placeholder } {
  const optOut = optOutWords(language, channel);
  const isSaid = purpose !== 'marketing' || placeholdersIn(text).includes('optOut');
  const body = fillPlaceholders(isSaid ? text : `${text}${optOutGap(channel)}{opt out}`, { ...values, optOut });
  const head = subject === null ? { text: null } : fillPlaceholders(subject, { ...values, optOut });
  if ('missing' in body) return body;
  if ('missing' in head) return head;
  const sender = channel === 'sms' && signature !== '' ? `【${signature}】` : '';
  // A line break in a subject would begin another header.
  return { subject: head.text?.replace(/\s+/g, ' ') ?? null, text: sender + body.text };
}
