import {
  IconCoins,
  IconMessageReply,
  IconReceipt,
  IconReceiptRefund,
  IconRobot,
  IconSend,
  IconShieldCheck,
  IconShieldX,
  IconStairs,
  IconStairsDown,
  IconStairsUp,
  IconUserCheck,
  IconUserPause,
  IconUserPlus,
  IconUserX,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEvent } from '../../../shared/contract/members.contract.ts';
import type { Tier } from '../../../shared/members/profile.ts';
import type { Format } from '../../lib/format.ts';
import { useTierName } from '../../lib/tier-names.ts';
import { useFormat } from '../../lib/use-format.ts';
import { gotWords } from '../../ui/automations/got-words.ts';
import { doerWords } from '../../ui/facts/doer-words.ts';
import { Money } from '../../ui/facts/Money.tsx';
import { Points } from '../../ui/facts/Points.tsx';
import { RelativeTime } from '../../ui/facts/RelativeTime.tsx';
import { purchaseWords } from './purchase-words.ts';
import classes from './Timeline.module.css';
import { tierMove, tierNote, tierWords } from './tier-words.ts';

const ICONS = {
  sale: IconReceipt,
  return: IconReceiptRefund,
  void: IconReceiptRefund,
  points: IconCoins,
  agreed: IconShieldCheck,
  withdrew: IconShieldX,
  suspend: IconUserPause,
  reinstate: IconUserCheck,
  close: IconUserX,
  reopen: IconUserCheck,
  rose: IconStairsUp,
  fell: IconStairsDown,
  stayed: IconStairs,
  out: IconSend,
  in: IconMessageReply,
  automation: IconRobot,
  enrolment: IconUserPlus,
} as const;

function iconOf(event: TimelineEvent): keyof typeof ICONS {
  if (event.kind === 'purchase') return event.purchase.entryKind;
  if (event.kind === 'consent') return event.consent.given ? 'agreed' : 'withdrew';
  if (event.kind === 'standing') return event.standing.change;
  if (event.kind === 'tier') return tierMove(event.change);
  if (event.kind === 'message') return event.message.direction;
  return event.kind;
}

function words(event: TimelineEvent, nameOf: (tier: Tier) => string, t: TFunction): string {
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
    case 'standing': {
      const { change, reason, note: why } = event.standing;
      return [t(`standing.changed.${change}`), reason === 'other' ? null : t(`standing.reason.${reason}`), why]
        .filter(Boolean)
        .join(' · ');
    }
    case 'tier':
      return tierWords(event.change, nameOf, t);
    case 'message': {
      const { direction, channel, text } = event.message;
      return t(`messages.timeline.${direction}`, { channel: t(`messages.channel.${channel}`), text });
    }
    case 'automation':
      return t('automations.timeline', { name: event.automation.name, got: gotWords(event.automation, t) });
    case 'enrolment':
      return t('members.timeline.enrolled');
  }
}

/** Who did it; nobody is known where the clock did, as with points that expired. */
function doer(event: TimelineEvent, t: TFunction): string | null {
  if (event.kind === 'purchase') return doerWords(event.purchase, t);
  if (event.kind === 'points') return doerWords(event.act, t);
  if (event.kind === 'standing') return event.standing.staffName;
  if (event.kind === 'tier' || event.kind === 'automation') return null;
  if (event.kind === 'message') return event.message.staffName;
  return event.kind === 'consent' ? event.consent.staffName : event.staffName;
}

/** What came of it in points and who did it, beside the words. */
function note(event: TimelineEvent, t: TFunction, format: Format): string {
  if (event.kind === 'tier') return tierNote(event.change, t, format);
  const points =
    event.kind === 'purchase'
      ? [
          event.purchase.pointsRedeemed > 0 && t('members.timeline.redeemed', { count: event.purchase.pointsRedeemed }),
          event.purchase.pointsEarned > 0 && t('members.timeline.earned', { count: event.purchase.pointsEarned }),
        ]
      : [];
  const outcome = event.kind === 'message' && event.message.outcome;
  return [...points, outcome && t(`messages.timeline.${outcome}`), doer(event, t)].filter(Boolean).join(' · ');
}

function figure(event: TimelineEvent): ReactNode {
  if (event.kind === 'purchase') return <Money minor={event.purchase.netMinor} loss />;
  if (event.kind === 'points') return <Points points={event.act.changePoints} signed unit={false} />;
  return null;
}

/** One event: its icon, what happened, the figure, how long ago. */
export function TimelineRow({ event }: { readonly event: TimelineEvent }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useTierName();
  const Icon = ICONS[iconOf(event)];
  return (
    <li className={classes.event}>
      <span className={classes.icon} data-kind={event.kind}>
        <Icon size={16} stroke={1.5} aria-hidden />
      </span>
      <span className={classes.words}>
        {words(event, nameOf, t)}
        <span className={classes.note}>{note(event, t, format)}</span>
      </span>
      <span className={classes.figure}>{figure(event)}</span>
      <span className={classes.when}>
        <RelativeTime atMs={event.atMs} />
      </span>
    </li>
  );
}
