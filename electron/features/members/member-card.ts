import { memberById, memberByPk } from '../../../db/members/members.queries.ts';
import { heldLots } from '../../../db/points/points.queries.ts';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { calendarDate } from '../../../shared/kernel/instant.ts';
import { birthdayNearness } from '../../../shared/members/birthday.ts';
import { maskPhone } from '../../../shared/members/mask.ts';
import { availablePoints, nextExpiry, pendingPoints, withheldPoints } from '../../../shared/points/redeem.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** A member as one card, with the points as they stand now. Null for an id that is not here. */
export function memberCard(store: OpenStore, memberId: Id<'member'>, nowMs: number): MemberCard | null {
  const member = memberById.get(store.db, { memberId });
  return member ? cardOf(store, member, nowMs) : null;
}

/** The cards of members that a search found, in its order; who was found by two ids once. */
export const memberCards = (
  store: OpenStore,
  found: readonly { readonly memberPk: number }[],
  nowMs: number,
): MemberCard[] => {
  const members = found.flatMap(({ memberPk }) => memberByPk.get(store.db, { memberPk }) ?? []);
  return [...new Map(members.map((member) => [member.memberPk, member])).values()].map((member) =>
    cardOf(store, member, nowMs),
  );
};

type MemberRecord = NonNullable<ReturnType<typeof memberById.get>>;

function cardOf(store: OpenStore, member: MemberRecord, nowMs: number): MemberCard {
  const lots = heldLots.all(store.db, { memberPk: member.memberPk, holderId: store.facts.storeId });
  const account = { status: member.status, debtPoints: member.debtPoints, lots };
  const ending = nextExpiry(account, nowMs);
  return {
    memberId: member.memberId,
    name: member.name,
    phoneMasked: member.phone && maskPhone(member.phone),
    cardNumber: member.cardNumber,
    tier: member.tier,
    status: member.status,
    availablePoints: availablePoints(account, nowMs),
    withheldPoints: withheldPoints(account, nowMs),
    pendingPoints: pendingPoints(lots, nowMs),
    debtPoints: member.debtPoints,
    expiringPoints: ending?.points ?? 0,
    nextExpiryMs: ending?.atMs ?? null,
    birthday: member.birthday ? birthdayNearness(member.birthday, calendarDate(nowMs, store.day.zone)) : 'no',
    lastVisitDate: member.lastVisitDate,
  };
}
