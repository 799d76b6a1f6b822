import { openGroups, pairsOfGroup } from '../../../db/members/scan.queries.ts';
import type { DuplicateGroup } from '../../../shared/contract/quality.contract.ts';
import type { Band } from '../../../shared/members/duplicates.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { memberCard } from '../members/member-card.ts';

/** A window of the groups that are still to be looked at, and how many there are. */
export function duplicateGroups(
  store: OpenStore,
  { band, offset, limit }: { readonly band: Band | null; readonly offset: number; readonly limit: number },
  nowMs: number,
): { total: number; rows: DuplicateGroup[] } {
  const found = openGroups.all(store.db, { band: band ?? '', offset, limit });
  return {
    total: found[0]?.total ?? 0,
    rows: found.map(({ groupNo, band: surest }) => {
      const pairs = pairsOfGroup.all(store.db, { groupNo });
      const memberIds = new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]));
      return {
        groupNo,
        band: surest,
        reasons: pairs[0]?.reasons ?? [],
        members: [...memberIds].flatMap((memberId) => memberCard(store, memberId, nowMs) ?? []),
      };
    }),
  };
}
