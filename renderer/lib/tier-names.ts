import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tier } from '../../shared/members/profile.ts';
import { NO_LADDER, type TierLadder } from '../../shared/tiers/ladder.ts';

/** What the programme calls its tiers. */
export const TierNames = createContext<TierLadder['names']>(NO_LADDER.names);

/** The name of a tier: the one that the chain gave it, else the usual one. */
export function useTierName(): (tier: Tier) => string {
  const { t } = useTranslation();
  const names = useContext(TierNames);
  return (tier) => names[tier] || t(`members.tier.${tier}`);
}
