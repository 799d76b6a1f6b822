import { memberById } from '../../../db/members/members.queries.ts';
import { allLots } from '../../../db/points/points.queries.ts';
import type { PointsBalance, PointsLotRow } from '../../../shared/contract/points.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { MemberStatus } from '../../../shared/members/profile.ts';
import {
  availablePoints,
  type HeldLot,
  isPending,
  pendingPoints,
  withheldPoints,
} from '../../../shared/points/redeem.ts';
import type { OpenStore } from '../../api/open-store.ts';

function stateOf(lot: HeldLot, status: MemberStatus, nowMs: number): PointsLotRow['state'] {
  if (lot.heldPoints === 0) return 'spent';
  if (isPending(lot, nowMs)) return 'pending';
  if (lot.expiresAtMs !== null && lot.expiresAtMs <= nowMs) return 'expired';
  return status === 'active' ? 'available' : 'withheld';
}

/** A member's balance and lots. Null for an id that is not here. */
export function pointsOfMember(
  store: OpenStore,
  memberId: Id<'member'>,
  nowMs: number,
): { balance: PointsBalance; lots: PointsLotRow[] } | null {
  const member = memberById.get(store.db, { memberId });
  if (!member) return null;
  const { status, debtPoints, balancePoints } = member;
  const lots = allLots.all(store.db, { memberId, holderId: store.facts.storeId });
  const account = { status, debtPoints, lots };
  return {
    balance: {
      availablePoints: availablePoints(account, nowMs),
      withheldPoints: withheldPoints(account, nowMs),
      withheldBecause: status === 'active' ? null : status,
      pendingPoints: pendingPoints(lots, nowMs),
      debtPoints,
      balancePoints,
    },
    lots: lots.map(({ heldPoints, ...lot }) => ({
      ...lot,
      heldHerePoints: heldPoints,
      state: stateOf({ heldPoints, ...lot }, status, nowMs),
    })),
  };
}
