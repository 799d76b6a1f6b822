import { shiftById, shiftTenders, shiftTotals } from '../../../db/staff/shifts.queries.ts';
import type { Shift, ShiftTotals } from '../../../shared/contract/shifts.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** A shift with its totals by tender. Cash expected in the drawer: the float and what cash came in, less refunds. */
export function shiftView({ db }: OpenStore, shiftId: Id<'shift'>): { shift: Shift; totals: ShiftTotals } | null {
  const shift = shiftById.get(db, { shiftId });
  const sums = shiftTotals.get(db, { shiftId });
  if (!shift || !sums) return null;
  const tenders = shiftTenders.all(db, { shiftId });
  const cashMinor = tenders.find(({ kind }) => kind === 'cash')?.amountMinor ?? 0;
  return { shift, totals: { ...sums, tenders, expectedCashMinor: shift.floatMinor + cashMinor } };
}
