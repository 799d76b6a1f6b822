import type { TFunction } from 'i18next';
import type { Tier } from '../../shared/members/profile.ts';
import { isLadderInUse, REACHED_TIERS, type TierBasis, type TierLadder } from '../../shared/tiers/ladder.ts';
import type { Format } from './format.ts';

/** So much of a basis: ¥1,000.00 spent, 500 points earned, 12 visits. */
export const basisWords = (basis: TierBasis, value: number, t: TFunction, format: Format): string =>
  basis === 'spend'
    ? t('tiers.amount.spend', { amount: format.money(value) })
    : t(`tiers.amount.${basis}`, { count: value });

/** So much more of a basis: ¥320.00, 500 points, 3 visits. */
export const missingWords = (basis: TierBasis, value: number, t: TFunction, format: Format): string =>
  basis === 'spend'
    ? t('tiers.missing.spend', { amount: format.money(value) })
    : t(`tiers.missing.${basis}`, { count: value });

const windowWords = ({ window }: TierLadder, t: TFunction): string =>
  window.kind === 'rolling' ? t('tiers.within.rolling', { count: window.months }) : t(`tiers.within.${window.kind}`);

/** The ladder in sentences: who reaches what, how long it is held, what a birthday brings. */
export function ladderSentences(
  ladder: TierLadder,
  nameOf: (tier: Tier) => string,
  t: TFunction,
  format: Format,
): readonly string[] {
  const gifts = (['member', ...REACHED_TIERS] as const).filter((tier) => ladder.birthdayPoints[tier] > 0);
  const gift = gifts
    .map((tier) => `${nameOf(tier)} ${t('facts.points', { count: ladder.birthdayPoints[tier] })}`)
    .join(' · ');
  const birthday = gift === '' ? [] : [t('tiers.sentence.birthday', { gift })];
  if (!isLadderInUse(ladder)) return [t('tiers.sentence.byHand'), ...birthday];
  const reached = REACHED_TIERS.flatMap((tier) => {
    const needed = ladder.thresholds[tier];
    if (needed === null) return [];
    const amount = basisWords(ladder.basis, needed, t, format);
    return [t('tiers.sentence.reached', { within: windowWords(ladder, t), amount, tier: nameOf(tier) })];
  });
  const held =
    ladder.window.kind === 'since-enrolment'
      ? t('tiers.sentence.heldForGood')
      : t(`tiers.sentence.held.${ladder.window.kind}`, {
          count: ladder.window.kind === 'rolling' ? ladder.window.months : 1,
        });
  const grace = ladder.graceDays > 0 && ladder.window.kind !== 'since-enrolment';
  return [...reached, held, ...(grace ? [t('tiers.sentence.grace', { count: ladder.graceDays })] : []), ...birthday];
}
