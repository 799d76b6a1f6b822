import { lotsOver, pointsReleased } from '../../../db/nightly/nightly.queries.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { keySlice, type NightItem, type Step } from './night-terms.ts';

const MEMBERS_READ = 5_000;

interface Lot extends NightItem {
  readonly lotId: Id<'lot'>;
  readonly heldPoints: number;
}

/**
 * Books points whose time is over (they were unspendable at once), and counts those whose waiting is: to be released,
 * nothing has to be written, since the lot itself says from when on it can be spent. Reads what is held, not what ever was.
 */
export const pointsByDay: Step<Lot> = {
  name: 'points-by-day',
  read(db, { store, fromMs, throughMs, newestMemberPk }, cursor) {
    const { next, ...slice } = keySlice(cursor, 0, newestMemberPk, MEMBERS_READ);
    const lots = lotsOver.all(db, { ...slice, throughMs, holderId: store.facts.storeId });
    const released = pointsReleased.get(db, { ...slice, fromMs, throughMs })?.points ?? 0;
    return {
      // What was booked is held no more, so a member can be begun again.
      items: lots.map(({ cursorPk, ...lot }) => ({ ...lot, cursor: String(cursorPk - 1) })),
      next,
      counted: { pointsReleased: released },
    };
  },
  apply(act, { lotId, memberId, heldPoints }, { store, ids, date }) {
    const id = ids<'points-entry'>();
    act.record('points-entry', {
      id,
      kind: 'expire',
      memberId,
      lotId,
      holderId: store.facts.storeId,
      points: -heldPoints,
      debtPoints: 0,
      actId: id as Id as Id<'act'>,
      purchaseId: null,
      atMs: act.nowMs,
      businessDate: date,
      programmeVersion: null,
      reason: null,
      staffId: null,
      approvedById: null,
      lot: null,
    });
    return { lotsExpired: 1, pointsExpired: heldPoints };
  },
};
