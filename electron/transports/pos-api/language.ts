import { detailWords } from '../../../shared/words/detail-words.ts';
import { problems as englishProblems } from '../../../shared/words/en/problems.ts';
import { refusals as englishRefusals } from '../../../shared/words/en/refusals.ts';
import { units as englishUnits } from '../../../shared/words/en/units.ts';
import { fill } from '../../../shared/words/fill.ts';
import { problems as chineseProblems } from '../../../shared/words/zh-CN/problems.ts';
import { refusals as chineseRefusals } from '../../../shared/words/zh-CN/refusals.ts';
import { units as chineseUnits } from '../../../shared/words/zh-CN/units.ts';

export const WORDS = {
  en: { ...englishProblems, refusals: englishRefusals, units: englishUnits as Readonly<Record<string, string>> },
  'zh-CN': { ...chineseProblems, refusals: chineseRefusals, units: chineseUnits as Readonly<Record<string, string>> },
} as const;
export type Language = keyof typeof WORDS;

/** The language of ours that an Accept-Language (RFC 9110, 12.5.4) likes best; English where it likes neither. */
export function languageOf(accepted: string | undefined): Language {
  const ranges = (accepted ?? '').split(',').map((range, index) => {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    return { tag, weight: Number(weight) || 0, index };
  });
  const [best] = ranges
    .filter(({ tag, weight }) => weight > 0 && /^(zh|en)(-|$)/.test(tag))
    .toSorted((a, b) => b.weight - a.weight || a.index - b.index);
  return best?.tag.startsWith('zh') ? 'zh-CN' : 'en';
}

/** A sentence with its details filled in, each figure with its unit. */
export function fillWords(
  sentence: string,
  details: Readonly<Record<string, string | number>>,
  language: Language,
  currency: string,
): string {
  const money = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  const minorDigits = money.resolvedOptions().maximumFractionDigits ?? 2;
  const count = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const unit = (name: string, value: number) => {
    const { units } = WORDS[language];
    const form = units[`${name}_${new Intl.PluralRules(language).select(value)}`] ?? units[`${name}_other`] ?? '';
    return fill(form, { count: count.format(value) });
  };
  return fill(
    sentence,
    detailWords(details, {
      money: (minor) => money.format(minor / 10 ** minorDigits),
      points: (points) => unit('points', points),
      quantity: (thousandths) =>
        new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(thousandths / 1000),
      seconds: (seconds) => unit('seconds', seconds),
      count: count.format,
    }),
  );
}
