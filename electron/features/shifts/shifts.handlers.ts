import { openShift } from '../../../db/staff/shifts.queries.ts';
import { shiftsContract } from '../../../shared/contract/shifts.contract.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { beginShift } from './begin-shift.ts';
import { closeShift } from './close-shift.ts';
import { shiftView } from './shift-view.ts';

export const shiftsRouter = router({
  current: serveQuery(shiftsContract.current, ({ store }) => {
    const open = openShift.get(store.db, { tillId: store.facts.tillId });
    return done(open ? shiftView(store, open.shiftId) : null);
  }),
  open: serveMutation(shiftsContract.open, ({ store, staff, clock, host }, command) => {
    const outcome = beginShift(store, command, staff.staffId, clock());
    if (outcome.ok) host.changes.publish(['shifts']);
    return outcome;
  }),
  close: serveMutation(shiftsContract.close, ({ store, staff, clock, host }, command) => {
    const outcome = closeShift(store, command, staff.staffId, clock());
    if (!outcome.ok) return outcome;
    host.changes.publish(['shifts']);
    if (host.backups.hasChanged()) void host.backups.make();
    return outcome;
  }),
});
