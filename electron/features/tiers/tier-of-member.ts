import { tierStanding } from '../../../db/tiers/tiers.queries.ts';
import type { MemberTier } from '../../../shared/contract/tiers.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { tierProgress } from '../../../shared/tiers/decide.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { countSpan } from './count-span.ts';
import { standingOf } from './standing.ts';
import { rulesOf } from './tier-rules.ts';

/** How a member stands on the ladder today. Null for an id that is not here. */
export function tierOfMember(store: OpenStore, memberId: Id<'member'>, nowMs: number): MemberTier | null {
  const found = tierStanding.get(store.db, { memberId });
  if (!found) return null;
  const { tier, toTier, reason, basis, basisValue, endsOn, businessDate: on } = found;
  const isTold = toTier === tier && reason !== null && basis !== null && on !== null;
  const count = countSpan(store.db, store, found.memberPk);
  return {
    tier,
    last: isTold ? { on, reason, basis, basisValue, endsOn } : null,
    progress:
      found.status === 'active'
        ? tierProgress(rulesOf(store).ladder, standingOf(found), count, businessDate(nowMs, store.day))
        : null,
  };
}
