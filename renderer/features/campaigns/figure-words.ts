import type { TFunction } from 'i18next';
import type { Interval, Told } from '../../../shared/campaigns/told.ts';
import type { Format } from '../../lib/format.ts';
import { roundMoney } from '../../ui/facts/estimate-words.ts';

/** The answer in plain words: more, less, or not to be told from chance. */
export function answerWords(sales: Told<Interval>, t: TFunction, format: Format): string {
  if (!sales.told) return t('campaigns.page.cannotTell', { why: t(`campaigns.untold.${sales.why}`) });
  const { estimate, low, high } = sales;
  const money = (minor: number) => roundMoney(minor, format);
  if (high < 0) return t('campaigns.page.less', { estimate: money(-estimate), low: money(-high), high: money(-low) });
  const words = { estimate: money(estimate), low: money(low), high: money(high) };
  return low > 0 ? t('campaigns.page.more', words) : t('campaigns.page.unsure', words);
}
