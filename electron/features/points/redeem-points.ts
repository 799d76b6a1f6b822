import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { memberById } from '../../../db/members/members.queries.ts';
import { redemptionOf } from '../../../db/points/points.queries.ts';
import type { pointsContract } from '../../../shared/contract/points.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { decideRedemption, takenFrom } from '../../../shared/points/redeem.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { tellOfPoints } from '../messages/tell-of-points.ts';
import { memberSnapshot } from '../purchases/sale-snapshot.ts';

type Redeem = z.output<typeof pointsContract.redeem.input>;
type Redeemed = z.input<typeof pointsContract.redeem.output>;
type RedeemOutcome = Outcome<Redeemed, Refusal<(typeof pointsContract.redeem.refusals)[number]>>;

/**
 * Redeems points for a reward, without a sale: gather, decide, record in one transaction. The same id with the same
 * content returns the first receipt; with other content it is refused.
 */
export function redeemPoints(
  store: OpenStore,
  { redemptionId, memberId, points, reward }: Redeem,
  staffId: Id<'staff'> | null,
  nowMs: number,
  ids: IdSource,
): RedeemOutcome {
  return perform<RedeemOutcome>(store.db, nowMs, (act) => {
    const first = redemptionOf.get(act.db, { actId: redemptionId });
    if (first) {
      const same = first.memberId === memberId && first.points === -points && first.reason === reward;
      return same ? done({ redemptionId, points, balanceAfter: first.balanceAfter }) : refuse('redemption-id-reused');
    }
    const member = memberSnapshot(store, memberId);
    if (!member) return refuse('member-unknown');
    const decided = decideRedemption(member, points, nowMs);
    if (!decided.ok) return decided;
    for (const take of decided.value)
      act.record('points-entry', {
        id: ids<'points-entry'>(),
        kind: 'redeem',
        ...takenFrom(take.ownerId, memberId),
        lotId: take.lotId,
        holderId: store.facts.storeId,
        points: -take.points,
        debtPoints: 0,
        actId: redemptionId as Id as Id<'act'>,
        purchaseId: null,
        atMs: nowMs,
        businessDate: businessDate(nowMs, store.day),
        programmeVersion: store.programme().version,
        reason: reward,
        staffId,
        approvedById: null,
        lot: null,
      });
    tellOfPoints(act, store, { memberId, actId: redemptionId, points: -points }, ids);
    return done({ redemptionId, points, balanceAfter: memberById.get(act.db, { memberId })?.balancePoints ?? 0 });
  });
}
