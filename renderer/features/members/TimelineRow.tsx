import {
  IconCoins,
  IconReceipt,
  IconReceiptRefund,
  IconShieldCheck,
  IconShieldX,
  IconUserPlus,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../ui/facts/Money.tsx';
import { Points } from '../../ui/facts/Points.tsx';
import { RelativeTime } from '../../ui/facts/RelativeTime.tsx';
import { purchaseWords } from './purchase-words.ts';
import classes from './Timeline.module.css';
import type { TimelineEvent } from './timeline-events.ts';

const ICONS = {
  sale: IconReceipt,
  return: IconReceiptRefund,
  void: IconReceiptRefund,
  points: IconCoins,
  agreed: IconShieldCheck,
  withdrew: IconShieldX,
  enrolment: IconUserPlus,
} as const;

function iconOf(event: TimelineEvent): keyof typeof ICONS {
  if (event.kind === 'purchase') return event.purchase.entryKind;
  if (event.kind === 'consent') return event.consent.given ? 'agreed' : 'withdrew';
  return event.kind;
}

function words(event: TimelineEvent, t: TFunction): string {
  switch (event.kind) {
    case 'purchase':
      return t(`members.timeline.${event.purchase.entryKind}`, { what: purchaseWords(event.purchase, t) });
    case 'points':
      return [t(`points.kind.${event.act.kind}`), event.act.reason].filter(Boolean).join(' · ');
    case 'consent': {
      const purpose = t(`members.consent.purpose.${event.consent.purpose}`);
      return t(event.consent.given ? 'members.timeline.consentGiven' : 'members.timeline.consentWithdrawn', {
        purpose,
      });
    }
    case 'enrolment':
      return event.by ? t('members.timeline.enrolledBy', { name: event.by }) : t('members.timeline.enrolled');
  }
}

/** What came of it in points, beside the words. */
function pointsNote(event: TimelineEvent, t: TFunction): string {
  if (event.kind !== 'purchase') return '';
  const { pointsRedeemed, pointsEarned } = event.purchase;
  return [
    pointsRedeemed > 0 && t('members.timeline.redeemed', { count: pointsRedeemed }),
    pointsEarned > 0 && t('members.timeline.earned', { count: pointsEarned }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function figure(event: TimelineEvent): ReactNode {
  if (event.kind === 'purchase') return <Money minor={event.purchase.netMinor} loss />;
  if (event.kind === 'points') return <Points points={event.act.changePoints} signed unit={false} />;
  return null;
}

/** One event: its icon, what happened, the figure, how long ago. */
export function TimelineRow({ event }: { readonly event: TimelineEvent }) {
  const { t } = useTranslation();
  const Icon = ICONS[iconOf(event)];
  return (
    <li className={classes.event}>
      <span className={classes.icon} data-kind={event.kind}>
        <Icon size={16} stroke={1.5} aria-hidden />
      </span>
      <span className={classes.words}>
        {words(event, t)}
        <span className={classes.note}>{pointsNote(event, t)}</span>
      </span>
      <span className={classes.figure}>{figure(event)}</span>
      <span className={classes.when}>
        <RelativeTime atMs={event.atMs} />
      </span>
    </li>
  );
}
