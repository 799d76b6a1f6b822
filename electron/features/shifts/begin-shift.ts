import { perform } from '../../../db/changes/act.ts';
import { openShift, shiftById } from '../../../db/staff/shifts.queries.ts';
import type { Shift } from '../../../shared/contract/shifts.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';

type BeginOutcome = Outcome<Shift, Refusal<'shift-open' | 'shift-id-reused'>>;

/**
 * Opens a shift at this till with the cash that lies in the drawer. The same id with the same float again answers with
 * the same shift, also when it was closed since.
 */
export function beginShift(
  { db, facts }: OpenStore,
  { shiftId, floatMinor }: { readonly shiftId: Id<'shift'>; readonly floatMinor: number },
  staffId: Id<'staff'> | null,
  nowMs: number,
): BeginOutcome {
  return perform<BeginOutcome>(db, nowMs, (act) => {
    const known = shiftById.get(act.db, { shiftId });
    if (known)
      return known.tillId === facts.tillId && known.floatMinor === floatMinor ? done(known) : refuse('shift-id-reused');
    if (openShift.get(act.db, { tillId: facts.tillId })) return refuse('shift-open');
    act.record('shift', {
      id: shiftId,
      owner: facts.storeId,
      version: 1,
      tillId: facts.tillId,
      openedAtMs: nowMs,
      openedById: staffId,
      floatMinor,
      closedAtMs: null,
      closedById: null,
      countedMinor: null,
    });
    return done(shiftById.get(act.db, { shiftId }) as Shift);
  });
}
