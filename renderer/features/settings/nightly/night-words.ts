import type { TFunction } from 'i18next';
import type { NightCounts } from '../../../../shared/nightly/night.ts';

/** What a night did: only what there was. */
export function nightWords(counts: NightCounts, t: TFunction): string {
  const points = (count: number) => t('facts.points', { count });
  const parts: string[] = (['rose', 'kept', 'fell', 'takenOver'] as const)
    .filter((name) => counts[name] > 0)
    .map((name) => t(`nightly.count.${name}`, { count: counts[name] }));
  if (counts.pointsExpired > 0) parts.push(t('nightly.count.expired', { points: points(counts.pointsExpired) }));
  if (counts.pointsReleased > 0) parts.push(t('nightly.count.released', { points: points(counts.pointsReleased) }));
  if (counts.gifts > 0)
    parts.push(t('nightly.count.gifts', { count: counts.gifts, points: points(counts.giftPoints) }));
  for (const name of ['told', 'met', 'keptOut'] as const)
    if (counts[name] > 0) parts.push(t(`nightly.count.${name}`, { count: counts[name] }));
  return parts.length > 0 ? parts.join(' · ') : t('nightly.nothing');
}
