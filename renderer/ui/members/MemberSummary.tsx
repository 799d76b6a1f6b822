import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import classes from './MemberSummary.module.css';
import { TierBadge } from './TierBadge.tsx';

/** A member in two lines, to tell people apart in a list: name and tier, then phone, card and points. */
export function MemberSummary({ card }: { readonly card: MemberCard }) {
  const { t } = useTranslation();
  const facts = [
    card.phoneMasked,
    card.cardNumber && t('memberCard.cardNumber', { number: card.cardNumber }),
    t('facts.points', { count: card.availablePoints }),
  ].filter(Boolean);
  return (
    <span className={classes.summary}>
      <span className={classes.name}>
        {card.name ?? t('members.noName')}
        <TierBadge tier={card.tier} />
        {card.status !== 'active' && <span className={classes.stopped}>{t(`members.status.${card.status}`)}</span>}
      </span>
      <span className={classes.facts}>{facts.join(' · ')}</span>
    </span>
  );
}
