import type { TFunction } from 'i18next';
import type { Interval, Told } from '../../../shared/campaigns/told.ts';
import type { Format } from '../../lib/format.ts';

/** Money of an estimate: it comes in parts of a minor unit. */
export const roundMoney = (minor: number, format: Format): string => format.money(Math.round(minor));
/** A part of 1 as a percentage. */
export const partWords = (part: number, format: Format): string => format.percent(Math.round(part * 1000) * 10);

/** An estimate with its interval, each by `say`; or a dash. */
export const rangeWords = (told: Told<Interval> | null, t: TFunction, say: (value: number) => string): string =>
  told?.told ? t('campaigns.range', { estimate: say(told.estimate), low: say(told.low), high: say(told.high) }) : '–';

/** The answer in plain words: more, less, or not to be told from chance. */
export function answerWords(sales: Told<Interval>, t: TFunction, format: Format): string {
  if (!sales.told) return t('campaigns.page.cannotTell', { why: t(`campaigns.untold.${sales.why}`) });
  const { estimate, low, high } = sales;
  const money = (minor: number) => roundMoney(minor, format);
  if (high < 0) return t('campaigns.page.less', { estimate: money(-estimate), low: money(-high), high: money(-low) });
  const words = { estimate: money(estimate), low: money(low), high: money(high) };
  return low > 0 ? t('campaigns.page.more', words) : t('campaigns.page.unsure', words);
}

/** Three digits, and no more zeros than a reader takes in. */
export const chanceWords = (p: number): string => (p < 0.001 ? '< 0.001' : p.toFixed(3));
