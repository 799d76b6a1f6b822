import i18next, { changeLanguage, use } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { recall, remember } from './remembered.ts';
import { en } from './words/en/index.ts';
import { zhCN } from './words/zh-CN/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof en };
  }
}

/** Languages by the name that their readers know. */
export const LANGUAGES = { 'zh-CN': '简体中文', en: 'English' } as const;
export type Language = keyof typeof LANGUAGES;

const isLanguage = (text: string | null): text is Language => text !== null && text in LANGUAGES;

/** What was chosen here before, else the system's language where we speak it, else English. */
function firstLanguage(): Language {
  const chosen = recall('language');
  if (isLanguage(chosen)) return chosen;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Loads the words and keeps `<html lang>` in step. Call once, before the first render. */
export async function startI18n(language: Language = firstLanguage()): Promise<void> {
  i18next.on('languageChanged', (next) => {
    document.documentElement.lang = next;
  });
  await use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'words',
    ns: ['words'],
    resources: { en: { words: en }, 'zh-CN': { words: zhCN } },
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
}

export const languageOf = (language: string): Language => (isLanguage(language) ? language : 'en');

export async function switchLanguage(language: Language): Promise<void> {
  remember('language', language);
  await changeLanguage(language);
}
