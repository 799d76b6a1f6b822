import type { Tier } from '../../../shared/members/profile.ts';
import { useTierName } from '../../lib/tier-names.ts';
import { TierBadge } from '../../ui/members/TierBadge.tsx';

/** The tier in a list of many: only what stands above the ordinary is marked. */
export function TierCell({ tier }: { readonly tier: Tier }) {
  const nameOf = useTierName();
  if (tier !== 'member') return <TierBadge tier={tier} />;
  return <span style={{ color: 'var(--ink-soft)' }}>{nameOf('member')}</span>;
}
