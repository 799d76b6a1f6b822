import type { Channel, MessageLanguage } from './message.ts';

const WORDS: Readonly<Record<MessageLanguage, Readonly<Record<Channel, string>>>> = {
  'zh-CN': { sms: '回复TD退订', email: '不想再收到此类邮件？回复本邮件并写“退订”即可。' },
  en: { sms: 'Reply STOP to opt out', email: 'No longer interested? Reply to this e-mail with “unsubscribe”.' },
};

/** How somebody says that they want no more of these. */
export const optOutWords = (language: MessageLanguage, channel: Channel): string => WORDS[language][channel];

/** What parts the words from the text that they are added to. */
export const optOutGap = (channel: Channel): string => (channel === 'email' ? '\n\n' : ' ');

const OPT_OUTS: ReadonlySet<string> = new Set([
  'TD',
  'T',
  'N',
  'STOP',
  'STOPALL',
  'END',
  'QUIT',
  'CANCEL',
  'UNSUBSCRIBE',
  '退订',
  '退訂',
  '取消',
  '不要再发',
]);

/** Whether a reply asks for no more: one of the usual words alone, however it is written. */
export const isOptOut = (reply: string): boolean =>
  OPT_OUTS.has(
    reply
      .normalize('NFKC')
      .replace(/[\s\p{P}\p{S}]/gu, '')
      .toUpperCase(),
  );
