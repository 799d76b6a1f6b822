import { consentsOf, memberById } from '../../../db/members/members.queries.ts';
import { basketsOfMember, standingsBefore } from '../../../db/members/standing.queries.ts';
import { heldLots } from '../../../db/points/points.queries.ts';
import type { MemberStanding } from '../../../shared/contract/members.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { inForce } from '../../../shared/members/consent.ts';
import { availablePoints, pendingPoints } from '../../../shared/points/redeem.ts';
import { settlementOf } from '../../../shared/points/settle.ts';
import { AFTER_ALL_STAMPS } from '../../../shared/sync/hlc.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** How a member stands and why, and what closing the account would settle. Null for an id that is not here. */
export function memberStanding({ db, facts }: OpenStore, memberId: Id<'member'>, nowMs: number): MemberStanding | null {
  const member = memberById.get(db, { memberId });
  if (!member) return null;
  const { memberPk, status, balancePoints, debtPoints } = member;
  const lots = heldLots.all(db, { memberPk, holderId: facts.storeId });
  const [last] = standingsBefore.all(db, { memberId, before: AFTER_ALL_STAMPS, limit: 1 });
  const { leftPoints, leftDebtPoints } = settlementOf({ lots, debtPoints }, nowMs);
  return {
    status,
    last: last ?? null,
    balancePoints,
    availablePoints: availablePoints({ status: 'active', debtPoints, lots }, nowMs),
    pendingPoints: pendingPoints(lots, nowMs),
    debtPoints,
    leftPoints,
    leftDebtPoints,
    consents: inForce(consentsOf.all(db, { memberId })).filter(({ given }) => given).length,
    baskets: basketsOfMember.get(db, { memberId })?.baskets ?? 0,
  };
}
