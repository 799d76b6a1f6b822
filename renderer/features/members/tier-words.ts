import type { TFunction } from 'i18next';
import type { TimelineEvent } from '../../../shared/contract/members.contract.ts';
import type { Tier } from '../../../shared/members/profile.ts';
import { rankOf } from '../../../shared/tiers/ladder.ts';
import type { Format } from '../../lib/format.ts';
import { basisWords } from '../../lib/ladder-words.ts';

type TierChange = Extract<TimelineEvent, { kind: 'tier' }>['change'];

/** Whether a tier rose, fell, or was looked at and stayed. */
export function tierMove({ from, to }: TierChange): 'rose' | 'fell' | 'stayed' {
  if (from === to) return 'stayed';
  return rankOf(to) > rankOf(from) ? 'rose' : 'fell';
}

export const tierWords = (change: TierChange, nameOf: (tier: Tier) => string, t: TFunction): string =>
  t(`members.tiers.${tierMove(change)}`, { tier: nameOf(change.to) });

/** Why, by how much, and until when it is held. */
export function tierNote({ reason, basis, basisValue, endsOn }: TierChange, t: TFunction, format: Format): string {
  const value = basisValue !== null && basisWords(basis, basisValue, t, format);
  const until = endsOn !== null && t('members.tiers.until', { date: format.date(endsOn) });
  return [t(`members.tiers.reason.${reason}`), value, until].filter(Boolean).join(' · ');
}
