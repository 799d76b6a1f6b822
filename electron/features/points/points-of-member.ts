import { memberById } from '../../../db/members/members.queries.ts';
import { allLots, ledger } from '../../../db/points/points.queries.ts';
import type { PointsBalance, PointsLedgerRow, PointsLotRow } from '../../../shared/contract/points.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { availablePoints, type HeldLot, pendingPoints } from '../../../shared/points/redeem.ts';
import type { OpenStore } from '../../api/open-store.ts';

const LEDGER_ROWS = 200;

function stateOf(lot: HeldLot, nowMs: number): PointsLotRow['state'] {
  if (lot.heldPoints === 0) return 'spent';
  if (lot.expiresAtMs !== null && lot.expiresAtMs <= nowMs) return 'expired';
  return lot.availableAtMs > nowMs ? 'pending' : 'available';
}

/** A member's balance, lots and the newest entries of the ledger. Null for an id that is not here. */
export function pointsOfMember(
  store: OpenStore,
  memberId: Id<'member'>,
  nowMs: number,
): { balance: PointsBalance; lots: PointsLotRow[]; ledger: PointsLedgerRow[] } | null {
  const member = memberById.get(store.db, { memberId });
  if (!member) return null;
  const lots = allLots.all(store.db, { memberId, holderId: store.facts.storeId });
  return {
    balance: {
      availablePoints: availablePoints(lots, nowMs),
      pendingPoints: pendingPoints(lots, nowMs),
      debtPoints: member.debtPoints,
      balancePoints: member.balancePoints,
    },
    lots: lots.map(({ heldPoints, ...lot }) => ({
      ...lot,
      heldHerePoints: heldPoints,
      state: stateOf({ heldPoints, ...lot }, nowMs),
    })),
    ledger: ledger.all(store.db, { memberId, limit: LEDGER_ROWS }),
  };
}
