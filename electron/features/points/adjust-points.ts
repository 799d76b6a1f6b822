import type { z } from 'zod';
import { type Act, perform } from '../../../db/changes/act.ts';
import { memberById } from '../../../db/members/members.queries.ts';
import { adjustmentOf } from '../../../db/points/points.queries.ts';
import type { pointsContract } from '../../../shared/contract/points.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { lotExpiry } from '../../../shared/points/expiry.ts';
import { decideRedemption, takenFrom } from '../../../shared/points/redeem.ts';
import { repayEntries } from '../../../shared/points/repay.ts';
import type { MemberSnapshot } from '../../../shared/purchases/sale.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { tellOfPoints } from '../messages/tell-of-points.ts';
import { memberSnapshot } from '../purchases/sale-snapshot.ts';
import { audit } from '../staff/audit.ts';

type Adjust = z.output<typeof pointsContract.adjust.input>;
type AdjustOutcome = Outcome<{ balanceAfter: number }, Refusal<(typeof pointsContract.adjust.refusals)[number]>>;

/** Who adjusts, and who allowed it (null: nobody did). */
interface By {
  readonly staffId: Id<'staff'> | null;
  readonly approvedById: Id<'staff'> | null;
}

/**
 * Adds points by hand as a lot of their own, repaying a debt first, or takes them from the lots that expire first.
 * The same id with the same content answers as it did; with other content it is refused.
 */
export function adjustPoints(store: OpenStore, command: Adjust, by: By, nowMs: number, ids: IdSource): AdjustOutcome {
  const { adjustmentId, memberId, points, reason } = command;
  return perform<AdjustOutcome>(store.db, nowMs, (act) => {
    const first = adjustmentOf.get(act.db, { actId: adjustmentId });
    if (first) {
      const same = first.memberId === memberId && first.points === points && first.reason === reason;
      return same ? done({ balanceAfter: first.balanceAfter }) : refuse('adjustment-id-reused');
    }
    if (!by.approvedById) return refuse('approval-needed', { right: 'points.adjust' });
    const member = memberSnapshot(store, memberId);
    if (!member) return refuse('member-unknown');
    if (member.status !== 'active') return refuse('member-blocked');
    if (points > 0) addLot(act, store, member, command, by, ids);
    else {
      const decided = decideRedemption(member, -points, nowMs);
      if (!decided.ok) return decided;
      for (const take of decided.value)
        act.record('points-entry', {
          ...entryOf(store, command, by, nowMs),
          ...takenFrom(take.ownerId, memberId),
          id: ids<'points-entry'>(),
          lotId: take.lotId,
          points: -take.points,
        });
    }
    tellOfPoints(act, store, { memberId, actId: adjustmentId, points }, ids);
    audit(
      act,
      { store, staffId: by.approvedById, ids },
      { action: 'adjust-points', subjectKind: 'member', subjectId: memberId, fields: ['points'] },
    );
    return done({ balanceAfter: memberById.get(act.db, { memberId })?.balancePoints ?? 0 });
  });
}

const entryOf = (store: OpenStore, { adjustmentId, memberId, reason }: Adjust, by: By, nowMs: number) => ({
  kind: 'adjust' as const,
  memberId,
  holderId: store.facts.storeId,
  debtPoints: 0,
  actId: adjustmentId as Id as Id<'act'>,
  purchaseId: null,
  atMs: nowMs,
  businessDate: businessDate(nowMs, store.day),
  programmeVersion: store.programme().version,
  reason,
  staffId: by.staffId,
  approvedById: by.approvedById,
  lot: null,
});

function addLot(act: Act, store: OpenStore, member: MemberSnapshot, command: Adjust, by: By, ids: IdSource): void {
  const entry = entryOf(store, command, by, act.nowMs);
  const id = ids<'points-entry'>();
  const lotId = id as Id as Id<'lot'>;
  const { expiry } = store.programme();
  const ends = lotExpiry(expiry, act.nowMs, store.day.zone);
  act.record('points-entry', {
    ...entry,
    id,
    lotId,
    points: command.points,
    lot: {
      source: 'adjustment',
      earnedAtMs: act.nowMs,
      availableAtMs: act.nowMs,
      // Points given by hand are worth something also when the programme's last day has passed.
      expiresAtMs: ends !== null && ends <= act.nowMs ? null : ends,
    },
  });
  for (const repaid of repayEntries(entry, lotId, command.points, member.debts, ids))
    act.record('points-entry', repaid);
}
