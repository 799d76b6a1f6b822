import type { TFunction } from 'i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';

/** Something the clerk should say or know: what it is about, how it looks, the words. */
export interface Signal {
  readonly about: 'stopped' | 'birthday' | 'expiring' | 'debt' | 'pending';
  readonly tone: 'danger' | 'attention' | 'glad' | 'quiet';
  readonly text: string;
}

const DAY_MS = 86_400_000;
/** Points that expire later than this are not worth a word at the till. */
const SOON_DAYS = 30;

/** What is worth saying about a member now, most important first. */
export function memberSignals(card: MemberCard, nowMs: number, t: TFunction): Signal[] {
  const points = (count: number) => t('facts.points', { count });
  const signals: (Signal | false)[] = [
    card.status !== 'active' && {
      about: 'stopped',
      tone: 'danger',
      text: [
        t('memberCard.stopped', { status: t(`members.status.${card.status}`) }),
        card.withheldPoints > 0 && t('memberCard.withheld', { points: points(card.withheldPoints) }),
      ]
        .filter(Boolean)
        .join(' '),
    },
    card.birthday !== 'no' && {
      about: 'birthday',
      tone: 'glad',
      text: t(card.birthday === 'today' ? 'memberCard.birthdayToday' : 'memberCard.birthdayThisWeek'),
    },
    expiring(card, nowMs, t),
    card.debtPoints > 0 && {
      about: 'debt',
      tone: 'attention',
      text: t('memberCard.debt', { points: points(card.debtPoints) }),
    },
    card.pendingPoints > 0 && {
      about: 'pending',
      tone: 'quiet',
      text: t('memberCard.pending', { points: points(card.pendingPoints) }),
    },
  ];
  return signals.filter((signal) => signal !== false);
}

function expiring({ expiringPoints, nextExpiryMs }: MemberCard, nowMs: number, t: TFunction): Signal | false {
  if (nextExpiryMs === null || expiringPoints === 0) return false;
  const days = Math.floor((nextExpiryMs - nowMs) / DAY_MS);
  if (days > SOON_DAYS) return false;
  const points = t('facts.points', { count: expiringPoints });
  const text = days < 1 ? t('memberCard.expiringToday', { points }) : t('memberCard.expiring', { points, count: days });
  return { about: 'expiring', tone: 'attention', text };
}
