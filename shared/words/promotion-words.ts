import type { Explanation } from '../promotions/explanation.ts';
import { type DetailForms, detailWords } from './detail-words.ts';
import { promotions as english } from './en/promotions.ts';
import { fill } from './fill.ts';
import { promotions as chinese } from './zh-CN/promotions.ts';

/** The words of offers, in each language. */
export const PROMOTION_WORDS = { en: english, 'zh-CN': chinese } as const;
export type PromotionLanguage = keyof typeof PROMOTION_WORDS;

/** What the till says of an offer: how much it took off, or why it did not apply. Null where nothing is to be added. */
export function explanationWords(
  explanation: Explanation,
  language: PromotionLanguage,
  forms: DetailForms,
): string | null {
  const { offerSkips, offerCuts } = PROMOTION_WORDS[language];
  if (!explanation.applied) return fill(offerSkips[explanation.reason], detailWords(explanation.details, forms));
  const amount = explanation.amountMinor > 0 ? forms.money(-explanation.amountMinor) : null;
  const cut = explanation.cutBy && offerCuts[explanation.cutBy];
  if (!amount || !cut) return amount;
  return language === 'en' ? `${amount}. ${cut}.` : `${amount}（${cut}）`;
}
