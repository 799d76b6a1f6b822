import type { Fault } from '../imports/fault.ts';
import type { Target } from '../imports/targets.ts';
import { imports as english } from './en/imports.ts';
import { fill } from './fill.ts';
import { imports as chinese } from './zh-CN/imports.ts';

/** The words of imports, in each language: for the window and for the files that it hands out. */
export const IMPORT_WORDS = { en: english, 'zh-CN': chinese } as const;
export type ImportLanguage = keyof typeof IMPORT_WORDS;

/** A field's name; the key itself for one that no target has. */
export function importFieldName(target: Target, field: string, language: ImportLanguage): string {
  const fields: Readonly<Record<string, { readonly name: string }>> = IMPORT_WORDS[language].importFields[target];
  return fields[field]?.name ?? field;
}

/** What is wrong with a row, in words: `Phone: Not a phone number. …`. */
export function importFaultWords(target: Target, { field, reason, details }: Fault, language: ImportLanguage): string {
  const sentence = fill(IMPORT_WORDS[language].importFaults[reason], details ?? {});
  if (field === null) return sentence;
  const name = details?.field ?? importFieldName(target, field, language);
  return language === 'en' ? `${name}: ${sentence}` : `${name}：${sentence}`;
}
