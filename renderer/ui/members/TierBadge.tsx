import type { Tier } from '../../../shared/members/profile.ts';
import { useTierName } from '../../lib/tier-names.ts';
import classes from './TierBadge.module.css';

/** A member's tier as a small outlined word. */
export function TierBadge({ tier }: { readonly tier: Tier }) {
  const nameOf = useTierName();
  return (
    <span className={classes.badge} data-tier={tier}>
      {nameOf(tier)}
    </span>
  );
}
