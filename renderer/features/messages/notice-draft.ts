import { MESSAGE_LANGUAGES, type MessageLanguage } from '../../../shared/messages/message.ts';
import type { NoticeKind, NoticeSettings, NoticeWay, NoticeWords } from '../../../shared/messages/notice.ts';
import { USUAL_WORDS } from '../../../shared/messages/usual-notices.ts';

export type TextField = `${keyof NoticeWords} ${MessageLanguage}`;

/** What the form of a notice holds: the words of both languages, of which one is shown. */
export interface NoticeDraft extends Readonly<Record<TextField, string>> {
  readonly by: NoticeWay;
  readonly wordsIn: MessageLanguage;
  /** As typed. */
  readonly expiryDays: string;
}

const PARTS = ['sms', 'subject', 'email'] as const satisfies readonly (keyof NoticeWords)[];

const textsOf = (words: Readonly<Record<MessageLanguage, NoticeWords>>): Record<TextField, string> =>
  Object.fromEntries(
    MESSAGE_LANGUAGES.flatMap((language) => PARTS.map((part) => [`${part} ${language}`, words[language][part]])),
  ) as Record<TextField, string>;

export const noticeDraft = ({ language, expiryDays, notices }: NoticeSettings, kind: NoticeKind): NoticeDraft => ({
  ...textsOf(notices[kind].words),
  by: notices[kind].by,
  wordsIn: language,
  expiryDays: String(expiryDays),
});

/** The usual words, in both languages. */
export const usualTexts = (kind: NoticeKind): Record<TextField, string> => textsOf(USUAL_WORDS[kind]);

/** 1 to 90, or null where no such number was typed. */
export function daysTyped(typed: string): number | null {
  const days = Number(typed.trim());
  return /^\d{1,2}$/.test(typed.trim()) && days >= 1 && days <= 90 ? days : null;
}

/** The settings with one notice as it was written; what was left empty says what it usually says. */
export function withNotice(settings: NoticeSettings, kind: NoticeKind, draft: NoticeDraft): NoticeSettings {
  const words = (language: MessageLanguage): NoticeWords => {
    const text = (part: keyof NoticeWords) => draft[`${part} ${language}`].trim() || USUAL_WORDS[kind][language][part];
    return { sms: text('sms'), subject: text('subject'), email: text('email') };
  };
  return {
    ...settings,
    expiryDays: daysTyped(draft.expiryDays) ?? settings.expiryDays,
    notices: { ...settings.notices, [kind]: { by: draft.by, words: { 'zh-CN': words('zh-CN'), en: words('en') } } },
  };
}
