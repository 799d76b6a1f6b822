import { perform } from '../../../db/changes/act.ts';
import { holdingsAfter } from '../../../db/points/points.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import type { OpenStore } from '../../api/open-store.ts';

const SLICE = 400;

/**
 * Records the expiry of points whose time is over, in one slice of the store's holdings behind lot `afterPk`. Expired
 * points are unspendable at once; this only books it. Returns where the next slice begins, or null at the end.
 */
export function expireLots(store: OpenStore, afterPk: number, nowMs: number, ids: IdSource): number | null {
  const { db, facts } = store;
  const slice = holdingsAfter.all(db, { holderId: facts.storeId, afterPk, limit: SLICE });
  const expired = slice.filter(({ expiresAtMs }) => expiresAtMs !== null && expiresAtMs <= nowMs);
  if (expired.length > 0)
    perform(db, nowMs, (act) => {
      const actId = ids<'act'>();
      for (const { lotId, memberId, heldPoints } of expired)
        act.record('points-entry', {
          id: ids<'points-entry'>(),
          kind: 'expire',
          memberId,
          lotId,
          holderId: facts.storeId as Id<'store'>,
          points: -heldPoints,
          debtPoints: 0,
          actId,
          purchaseId: null,
          atMs: nowMs,
          businessDate: businessDate(nowMs, store.day),
          programmeVersion: null,
          reason: null,
          staffId: null,
          approvedById: null,
          lot: null,
        });
    });
  return slice.length < SLICE ? null : (slice.at(-1)?.lotPk ?? null);
}
