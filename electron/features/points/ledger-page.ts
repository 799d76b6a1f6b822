import { MAX_CHANGES } from '../../../db/changes/act.ts';
import { memberById } from '../../../db/members/members.queries.ts';
import { balanceChangeFrom, ledger } from '../../../db/points/points.queries.ts';
import type { PointsLedgerPage } from '../../../shared/contract/points.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { type LedgerEntry, ledgerActs, withBalances } from '../../../shared/points/ledger-acts.ts';
import { AFTER_ALL_STAMPS } from '../../../shared/sync/hlc.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** More entries than one act can have, so that at least one act is read whole. */
export const ENTRIES_READ = MAX_CHANGES + 1;

/** The whole acts among entries that were read newest first; the last of a full read may go on and is left for the next. */
export function wholeActs<Entry extends LedgerEntry>(
  entries: readonly Entry[],
): { readonly acts: Entry[]; readonly isAll: boolean } {
  const acts = ledgerActs(entries);
  const isAll = entries.length < ENTRIES_READ;
  return { acts: isAll ? acts : acts.slice(0, -1), isAll };
}

/** Up to `limit` acts of a member's ledger from before a stamp (null: the newest). Null for an id that is not here. */
export function pointsLedgerPage(
  { db }: OpenStore,
  {
    memberId,
    before,
    limit,
  }: { readonly memberId: Id<'member'>; readonly before: string | null; readonly limit: number },
): PointsLedgerPage | null {
  const member = memberById.get(db, { memberId });
  if (!member) return null;
  const from = before ?? AFTER_ALL_STAMPS;
  const { acts, isAll } = wholeActs(ledger.all(db, { memberId, before: from, limit: ENTRIES_READ }));
  const since = balanceChangeFrom.get(db, { memberId, from })?.changePoints ?? 0;
  const page = acts.slice(0, limit);
  return {
    acts: withBalances(page, member.balancePoints - since).map(({ actId: _, ...act }) => act),
    next: isAll && page.length === acts.length ? null : (page.at(-1)?.at ?? null),
  };
}
