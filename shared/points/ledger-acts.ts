import type { Id } from '../kernel/id.ts';
import type { PointsEntryKind } from './ledger.ts';

/** An entry of the ledger as it is read; `at` is its stamp. */
export interface LedgerEntry {
  readonly entryId: Id<'points-entry'>;
  readonly actId: Id<'act'>;
  readonly kind: PointsEntryKind;
  /** Change of the balance: held points less debt. */
  readonly changePoints: number;
  readonly at: string;
}

/**
 * The ledger as people read it: what an act did lot by lot as one row, with the sum of it, the id of its last entry and
 * the stamp of its first. `entries` come newest first.
 */
export function ledgerActs<Entry extends LedgerEntry>(entries: readonly Entry[]): Entry[] {
  const acts: Entry[] = [];
  for (const entry of entries) {
    const last = acts.at(-1);
    if (last && last.actId === entry.actId && last.kind === entry.kind)
      acts[acts.length - 1] = { ...last, changePoints: last.changePoints + entry.changePoints, at: entry.at };
    else acts.push(entry);
  }
  return acts;
}

/** Each act with the balance right after it, counted back from the one after the newest. */
export function withBalances<Act extends Pick<LedgerEntry, 'changePoints'>>(
  acts: readonly Act[],
  balancePoints: number,
): (Act & { readonly afterPoints: number })[] {
  let after = balancePoints;
  return acts.map((act) => {
    const row = { ...act, afterPoints: after };
    after -= act.changePoints;
    return row;
  });
}
