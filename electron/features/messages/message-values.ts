import type { Id } from '../../../shared/kernel/id.ts';
import { calendarDate } from '../../../shared/kernel/instant.ts';
import type { Tier } from '../../../shared/members/profile.ts';
import type { MessageLanguage } from '../../../shared/messages/message.ts';
import type { PlaceholderValues } from '../../../shared/messages/placeholders.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { memberCard } from '../members/member-card.ts';

/** How a member is called whose name is not on file. */
const NAMELESS: Readonly<Record<MessageLanguage, string>> = { 'zh-CN': '会员', en: 'customer' };

const TIER_NAMES: Readonly<Record<MessageLanguage, Readonly<Record<Tier, string>>>> = {
  'zh-CN': { member: '普通会员', silver: '银卡会员', gold: '金卡会员', platinum: '白金会员' },
  en: { member: 'Member', silver: 'Silver', gold: 'Gold', platinum: 'Platinum' },
};

export const tierNameOf = (store: OpenStore, tier: Tier, language: MessageLanguage): string =>
  store.programme().tiers.names[tier] || TIER_NAMES[language][tier];

/** What a member's message is filled in with, as things stand now. */
export function messageValues(
  store: OpenStore,
  memberId: Id<'member'>,
  language: MessageLanguage,
  nowMs: number,
): PlaceholderValues {
  const card = memberCard(store, memberId, nowMs);
  const tier = card?.tier ?? 'member';
  const count = (points: number) => new Intl.NumberFormat(language).format(points);
  return {
    name: card?.name || NAMELESS[language],
    points: count(card?.availablePoints ?? 0),
    tier: tierNameOf(store, tier, language),
    expiringPoints: card?.nextExpiryMs ? count(card.expiringPoints) : null,
    expiryDate: card?.nextExpiryMs ? lastDayOf(store, card.nextExpiryMs, language) : null,
    store: store.facts.storeName,
  };
}

/** Points that expire at midnight are good through the day before. */
export function lastDayOf({ day }: OpenStore, expiresAtMs: number, language: MessageLanguage): string {
  const date = calendarDate(expiresAtMs - 1, day.zone);
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
