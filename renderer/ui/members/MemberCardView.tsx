import { IconAlertTriangle, IconCake, IconClockHour4, IconHourglass, IconUserOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './MemberCardView.module.css';
import { memberSignals, type Signal } from './member-signals.ts';
import { TierBadge } from './TierBadge.tsx';

const ICONS: Record<Signal['about'], typeof IconCake> = {
  stopped: IconUserOff,
  birthday: IconCake,
  expiring: IconClockHour4,
  debt: IconAlertTriangle,
  pending: IconHourglass,
};

interface MemberCardViewProps {
  readonly card: MemberCard;
  /** Beside the name: open the page, remove from the sale. */
  readonly actions?: ReactNode;
}

/** A member as one card: who it is, the points available, and what to say. */
export function MemberCardView({ card, actions }: MemberCardViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [nowMs] = useState(() => Date.now());
  const identity = [
    card.phoneMasked,
    card.cardNumber && t('memberCard.cardNumber', { number: card.cardNumber }),
  ].filter(Boolean);
  return (
    <section className={classes.card} aria-label={card.name ?? card.phoneMasked ?? t('members.noName')}>
      <div className={classes.head}>
        <div className={classes.who}>
          <span className={classes.name}>
            {card.name ?? t('members.noName')}
            <TierBadge tier={card.tier} />
          </span>
          {identity.length > 0 && <span className={classes.soft}>{identity.join(' · ')}</span>}
        </div>
        {actions}
      </div>
      <dl className={classes.figures}>
        <div>
          <dt>{t('memberCard.available')}</dt>
          <dd className={classes.points}>{format.count(card.availablePoints)}</dd>
        </div>
        <div>
          <dt>{t('memberCard.lastVisit')}</dt>
          <dd>{card.lastVisitDate ? format.date(card.lastVisitDate) : t('memberCard.firstVisit')}</dd>
        </div>
      </dl>
      <ul className={classes.signals}>
        {memberSignals(card, nowMs, t).map(({ about, tone, text }) => {
          const Icon = ICONS[about];
          return (
            <li key={about} className={classes.signal} data-tone={tone}>
              <Icon size={16} stroke={1.5} aria-hidden />
              {text}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
