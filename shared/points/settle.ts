import type { Id, IdSource } from '../kernel/id.ts';
import { sumOf } from '../kernel/sum.ts';
import type { PointsEntryFact } from './points-entry.fact.ts';
import { type HeldLot, heldInOrder, isOver } from './redeem.ts';
import { type Debt, type EntryOfAct, repayEntries } from './repay.ts';

/** What one id owes, and the lot in which it came to owe it: an entry that takes the debt away names that lot. */
export interface DebtOfLot extends Debt {
  readonly lotId: Id<'lot'>;
}

/** What a member holds here and owes, when the account is settled. */
export interface AccountToSettle {
  readonly lots: readonly HeldLot[];
  readonly debts: readonly DebtOfLot[];
}

/** What becomes of what the settlement leaves. */
export interface Rest {
  readonly points: 'forfeit' | 'keep';
  readonly debt: 'write-off' | 'keep';
}

/** What is left of an account when all that is held has repaid what is owed: points, or a debt, never both. */
export interface Settlement {
  readonly repaidPoints: number;
  readonly leftPoints: number;
  readonly leftDebtPoints: number;
}

const ORDER: readonly string[] = ['repay', 'expire', 'forfeit', 'write-off'];

/** What settling leaves. Points that wait to be spent count as held; those that are over count as nothing. */
export function settlementOf(
  account: { readonly lots: readonly HeldLot[]; readonly debtPoints: number },
  nowMs: number,
): Settlement {
  const held = sumOf(account.lots.filter((lot) => !isOver(lot, nowMs)).map(({ heldPoints }) => heldPoints));
  const repaidPoints = Math.min(held, account.debtPoints);
  return { repaidPoints, leftPoints: held - repaidPoints, leftDebtPoints: account.debtPoints - repaidPoints };
}

/**
 * The entries that settle an account: what is held repays what is owed, in the order of spending; of what then is left,
 * points are forfeited or kept, a debt is written off or stays. Forfeiting books what is over as expired too, so that
 * nothing is held any more.
 */
export function settleEntries(
  { lots, debts }: AccountToSettle,
  rest: Rest,
  act: Omit<EntryOfAct, 'memberId'>,
  ids: IdSource,
): PointsEntryFact[] {
  const entries: PointsEntryFact[] = [];
  let owed: readonly DebtOfLot[] = debts;
  const ofLot = ({ lotId, ownerId }: HeldLot) => ({ ...act, memberId: ownerId, lotId, debtPoints: 0, lot: null });
  for (const lot of heldInOrder(lots)) {
    let held = lot.heldPoints;
    if (!isOver(lot, act.atMs)) {
      const repaid = repayEntries({ ...act, memberId: lot.ownerId }, lot.lotId, held, owed, ids);
      entries.push(...repaid);
      held += sumOf(repaid.map(({ points }) => points));
      owed = owed.map((debt) => {
        const paid = repaid.filter(({ memberId }) => memberId === debt.memberId);
        return { ...debt, points: debt.points + sumOf(paid.map(({ debtPoints }) => debtPoints)) };
      });
    }
    if (rest.points === 'forfeit' && held > 0)
      entries.push({
        ...ofLot(lot),
        id: ids<'points-entry'>(),
        kind: isOver(lot, act.atMs) ? 'expire' : 'forfeit',
        points: -held,
      });
  }
  if (rest.debt === 'write-off')
    for (const { memberId, lotId, points } of owed)
      if (points > 0)
        entries.push({
          ...act,
          id: ids<'points-entry'>(),
          kind: 'write-off',
          memberId,
          lotId,
          points: 0,
          debtPoints: -points,
          lot: null,
        });
  // The ledger shows what one act did of one kind as one row, as far as it stands together.
  return entries.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
