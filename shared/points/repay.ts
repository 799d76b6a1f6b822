import type { Id, IdSource } from '../kernel/id.ts';
import type { PointsEntryFact } from './points-entry.fact.ts';

/** What one id of a person owes (> 0). A person whose ids were merged can owe under several. */
export interface Debt {
  readonly memberId: Id<'member'>;
  readonly points: number;
}

/** What every entry of one act has in common. */
export type EntryOfAct = Pick<
  PointsEntryFact,
  | 'memberId'
  | 'holderId'
  | 'actId'
  | 'purchaseId'
  | 'atMs'
  | 'businessDate'
  | 'programmeVersion'
  | 'reason'
  | 'staffId'
  | 'approvedById'
>;

/**
 * Repays debts from a lot that `entry.memberId` has just been given `points` of: the own debt first. A debt under another
 * id takes two entries, one for the lot that pays and one for the id that owes, so that each id's ledger stays its own.
 */
export function repayEntries(
  entry: EntryOfAct,
  lotId: Id<'lot'>,
  points: number,
  debts: readonly Debt[],
  ids: IdSource,
): PointsEntryFact[] {
  const { memberId } = entry;
  const ownFirst = debts.toSorted((a, b) => Number(b.memberId === memberId) - Number(a.memberId === memberId));
  const repay = { ...entry, kind: 'repay' as const, lotId, lot: null };
  const entries: PointsEntryFact[] = [];
  let left = points;
  for (const debt of ownFirst) {
    const repaid = Math.min(left, debt.points);
    if (repaid === 0) continue;
    left -= repaid;
    if (debt.memberId === memberId)
      entries.push({ ...repay, id: ids<'points-entry'>(), points: -repaid, debtPoints: -repaid });
    else
      entries.push(
        { ...repay, id: ids<'points-entry'>(), points: -repaid, debtPoints: 0 },
        { ...repay, id: ids<'points-entry'>(), memberId: debt.memberId, points: 0, debtPoints: -repaid },
      );
  }
  return entries;
}
