import { consentsOf, memberById, memberProfile as profileOf } from '../../../db/members/members.queries.ts';
import { monthsOfMember } from '../../../db/purchases/purchases.queries.ts';
import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { inForce } from '../../../shared/members/consent.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { memberCard } from './member-card.ts';

/** Everything that the member's page shows beside purchases and points. Null for an id that is not here. */
export function memberProfile(store: OpenStore, memberId: Id<'member'>, nowMs: number): MemberProfile | null {
  const card = memberCard(store, memberId, nowMs);
  const profile = profileOf.get(store.db, { memberId });
  if (!card || !profile) return null;
  const { referredById, purchases, netMinor, firstPurchaseDate, lastPurchaseDate, custom, ...rest } = profile;
  return {
    card,
    ...rest,
    custom: custom ?? {},
    referredBy: referredById && {
      memberId: referredById,
      name: memberById.get(store.db, { memberId: referredById })?.name ?? null,
    },
    consents: inForce(consentsOf.all(store.db, { memberId })),
    summary: { purchases, netMinor, firstPurchaseDate, lastPurchaseDate },
    months: monthsOfMember.all(store.db, { memberId }),
  };
}
