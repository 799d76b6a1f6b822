import { perform } from '../../../db/changes/act.ts';
import { openShift, shiftById } from '../../../db/staff/shifts.queries.ts';
import type { Shift } from '../../../shared/contract/shifts.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** Opens a shift at this till with the cash that lies in the drawer. The same id again answers with the same shift. */
export function beginShift(
  { db, facts }: OpenStore,
  { shiftId, floatMinor }: { readonly shiftId: Id<'shift'>; readonly floatMinor: number },
  staffId: Id<'staff'> | null,
  nowMs: number,
): Outcome<Shift, Refusal<'shift-open'>> {
  return perform<Outcome<Shift, Refusal<'shift-open'>>>(db, nowMs, (act) => {
    const open = openShift.get(act.db, { tillId: facts.tillId });
    if (open && open.shiftId !== shiftId) return refuse('shift-open');
    if (!open)
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
