import { useTranslation } from 'react-i18next';
import type { Tier } from '../../../shared/members/profile.ts';
import classes from './TierBadge.module.css';

/** A member's tier as a small outlined word. */
export function TierBadge({ tier }: { readonly tier: Tier }) {
  const { t } = useTranslation();
  return (
    <span className={classes.badge} data-tier={tier}>
      {t(`members.tier.${tier}`)}
    </span>
  );
}
