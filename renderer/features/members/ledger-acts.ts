import type { PointsLedgerRow } from '../../../shared/contract/points.contract.ts';

/** One thing that happened to the points, whatever number of lots it touched. */
export interface LedgerAct extends Omit<PointsLedgerRow, 'entryId'> {
  readonly id: string;
  /** The balance right after it. */
  readonly afterPoints: number;
}

const sameAct = (a: PointsLedgerRow, b: PointsLedgerRow): boolean =>
  a.kind === b.kind && a.atMs === b.atMs && a.purchaseId === b.purchaseId && a.reason === b.reason;

/**
 * The ledger as people read it: entries of one act, lot by lot, as one row, each with the balance after it. `rows` come
 * newest first, so the balances count back from the one that stands now.
 */
export function ledgerActs(rows: readonly PointsLedgerRow[], balancePoints: number): LedgerAct[] {
  const acts: LedgerAct[] = [];
  let after = balancePoints;
  let previous: PointsLedgerRow | undefined;
  for (const row of rows) {
    const last = acts.at(-1);
    if (last && previous && sameAct(previous, row))
      acts[acts.length - 1] = { ...last, changePoints: last.changePoints + row.changePoints };
    else {
      const { entryId, ...rest } = row;
      acts.push({ ...rest, id: entryId, afterPoints: after });
    }
    after -= row.changePoints;
    previous = row;
  }
  return acts;
}
