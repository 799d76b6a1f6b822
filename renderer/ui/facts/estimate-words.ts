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

/** Three digits, and no more zeros than a reader takes in. */
export const chanceWords = (p: number): string => (p < 0.001 ? '< 0.001' : p.toFixed(3));
