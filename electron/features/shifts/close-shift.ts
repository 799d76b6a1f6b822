import { perform } from '../../../db/changes/act.ts';
import { shiftById } from '../../../db/staff/shifts.queries.ts';
import type { Shift, ShiftTotals } from '../../../shared/contract/shifts.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { shiftView } from './shift-view.ts';

interface ClosedShift {
  readonly shift: Shift;
  readonly totals: ShiftTotals;
  readonly differenceMinor: number;
}
type CloseOutcome = Outcome<ClosedShift, Refusal<'no-shift-open'>>;

/** Closes a shift with the cash that was counted. Closing it again answers with what was counted first. */
export function closeShift(
  store: OpenStore,
  { shiftId, countedMinor }: { readonly shiftId: Id<'shift'>; readonly countedMinor: number },
  staffId: Id<'staff'> | null,
  nowMs: number,
): CloseOutcome {
  return perform<CloseOutcome>(store.db, nowMs, (act) => {
    const known = shiftById.get(act.db, { shiftId });
    if (!known || known.tillId !== store.facts.tillId) return refuse('no-shift-open');
    if (known.closedAtMs === null)
      act.record('shift', {
        id: shiftId,
        owner: store.facts.storeId,
        version: known.version + 1,
        tillId: known.tillId,
        openedAtMs: known.openedAtMs,
        openedById: known.openedById,
        floatMinor: known.floatMinor,
        closedAtMs: nowMs,
        closedById: staffId,
        countedMinor,
      });
    const view = shiftView(store, shiftId);
    if (!view) return refuse('no-shift-open');
    return done({ ...view, differenceMinor: (view.shift.countedMinor ?? 0) - view.totals.expectedCashMinor });
  });
}
