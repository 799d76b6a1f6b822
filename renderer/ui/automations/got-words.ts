import type { TFunction } from 'i18next';

/** What an occasion gave, or that its member was kept out. */
export function gotWords(
  {
    isControl,
    isMessaged,
    isCouponed,
    points,
    missed,
  }: {
    readonly isControl: boolean;
    readonly isMessaged: boolean;
    readonly isCouponed: boolean;
    readonly points: number;
    readonly missed: readonly ('coupon' | 'points' | 'template')[];
  },
  t: TFunction,
): string {
  if (isControl) return t('automations.met.keptOut');
  return [
    isMessaged && t('automations.gives.message'),
    isCouponed && t('automations.gives.coupon'),
    points > 0 && t('facts.points', { count: points }),
    ...missed.map((what) => t(`automations.met.missed.${what}`)),
  ]
    .filter(Boolean)
    .join(t('automations.and'));
}
