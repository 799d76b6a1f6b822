import type { TFunction } from 'i18next';
import type { AutomationTerms, OccasionTerms } from '../../../shared/automations/automation.ts';
import type { AutomationEvaluationShown, AutomationView } from '../../../shared/contract/automations.contract.ts';
import type { Format } from '../../lib/format.ts';
import { partWords } from '../../ui/facts/estimate-words.ts';

/** What an automation answers. */
export function occasionWords(occasion: OccasionTerms, t: TFunction, categoryName: string | null = null): string {
  switch (occasion.kind) {
    case 'birthday':
      return t(occasion.daysBefore === 0 ? 'automations.occasion.birthday' : 'automations.occasion.beforeBirthday', {
        count: occasion.daysBefore,
      });
    case 'welcome':
      return t(occasion.delayDays === 0 ? 'automations.occasion.welcome' : 'automations.occasion.afterWelcome', {
        count: occasion.delayDays,
      });
    case 'second-purchase':
      return t('automations.occasion.secondPurchase', { count: occasion.days });
    case 'points-expiring':
      return t('automations.occasion.pointsExpiring', {
        count: occasion.days,
        points: t('facts.points', { count: occasion.leastPoints }),
      });
    case 'tier-change':
      return t(`automations.occasion.tier.${occasion.direction}`);
    case 'lapsed':
      return t('automations.occasion.lapsed', { count: occasion.days });
    case 'referral':
      return t(`automations.occasion.referral.${occasion.whom}`, { count: occasion.days });
    case 'after-purchase': {
      const when = t(occasion.days === 0 ? 'automations.occasion.purchase' : 'automations.occasion.afterPurchase', {
        count: occasion.days,
      });
      if (occasion.categoryId === null) return when;
      return t('automations.occasion.ofCategory', { when, category: categoryName ?? t('automations.oneCategory') });
    }
  }
}

/** What it gives, each by its name where that is known. */
export function givesWords(
  { templateId, couponKindId, points }: AutomationTerms,
  t: TFunction,
  names: Partial<Pick<AutomationView, 'templateName' | 'couponName'>> = {},
): string {
  const named = (what: string, name: string | null | undefined) =>
    name ? t('automations.gives.named', { what, name }) : what;
  const parts = [
    templateId && named(t('automations.gives.message'), names.templateName),
    couponKindId && named(t('automations.gives.coupon'), names.couponName),
    points > 0 && t('facts.points', { count: points }),
  ];
  return parts.filter(Boolean).join(t('automations.and'));
}

/** A difference of shares in points of a percent. */
export const pointsWords = (part: number): string => (part * 100).toFixed(1);

const shareWords = ({ members, buyers }: AutomationEvaluationShown['treated'], format: Format): string =>
  members === 0 ? '–' : partWords(buyers / members, format);

/** Both shares that came to buy, side by side. */
export const sharesWords = ({ treated, control }: AutomationEvaluationShown, t: TFunction, format: Format): string =>
  treated.members + control.members === 0
    ? '–'
    : t('automations.shares', { treated: shareWords(treated, format), control: shareWords(control, format) });

/** The answer in plain words: more came, fewer, or it may be chance. */
export function answerWords(evaluation: AutomationEvaluationShown, t: TFunction, format: Format): string {
  const { buyers, treated, control } = evaluation;
  if (!buyers.told) return t('automations.page.cannotTell', { why: t(`campaigns.untold.${buyers.why}`) });
  const { estimate, low, high } = buyers;
  const shares = { treated: shareWords(treated, format), control: shareWords(control, format) };
  if (high < 0)
    return t('automations.page.fewer', {
      ...shares,
      estimate: pointsWords(-estimate),
      low: pointsWords(-high),
      high: pointsWords(-low),
    });
  const words = { ...shares, estimate: pointsWords(estimate), low: pointsWords(low), high: pointsWords(high) };
  return low > 0 ? t('automations.page.more', words) : t('automations.page.unsure', words);
}
