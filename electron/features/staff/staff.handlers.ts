import { activeStaff } from '../../../db/staff/staff.queries.ts';
import type { StaffChoice } from '../../../shared/contract/staff.contract.ts';
import { staffContract } from '../../../shared/contract/staff.contract.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import { isGuessablePin } from '../../../shared/staff/pin.ts';
import { mayDo, RIGHTS } from '../../../shared/staff/rights.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { approve } from './approve.ts';
import { idleLockMinutes, setIdleLock } from './idle-lock.ts';
import { hashPin } from './pin-hash.ts';
import { colleagues, saveStaff, setPin } from './save-staff.ts';
import { signIn } from './sign-in.ts';

const withRights = (staff: StaffChoice) => ({ ...staff, rights: RIGHTS.filter((right) => mayDo(staff.role, right)) });

export const staffRouter = router({
  signInChoices: serveQuery(staffContract.signInChoices, ({ store }) => done(activeStaff.all(store.db, {}))),
  me: serveQuery(staffContract.me, ({ client }) => done(client.staff && withRights(client.staff))),
  signIn: serveMutation(staffContract.signIn, async ({ store, client, clock, ids }, input) => {
    const outcome = await signIn(store, input, clock, ids);
    if (!outcome.ok) return outcome;
    client.staff = outcome.value;
    return done(withRights(outcome.value));
  }),
  approve: serveMutation(staffContract.approve, ({ store, client, clock, ids }, input) =>
    approve(store, client, input, clock, ids),
  ),
  list: serveQuery(staffContract.list, ({ store }) => done(colleagues(store))),
  save: serveMutation(staffContract.save, async ({ store, staff, clock, ids, host }, { pin, ...input }) => {
    if (pin !== undefined && isGuessablePin(pin)) return refuse('pin-too-simple');
    const pinHash = pin === undefined ? null : await hashPin(pin);
    const outcome = saveStaff(store, { ...input, pinHash }, staff.staffId, clock(), ids);
    if (!outcome.ok) return outcome;
    const { active, hasPin: _, ...who } = outcome.value;
    host.staffChanged(who.staffId, active ? who : null);
    host.changes.publish(['staff']);
    return outcome;
  }),
  setPin: serveMutation(staffContract.setPin, async ({ store, staff, clock, ids, host }, { staffId, pin }) => {
    if (isGuessablePin(pin)) return refuse('pin-too-simple');
    const outcome = setPin(store, { staffId, pinHash: await hashPin(pin) }, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['staff']);
    return outcome;
  }),
  idleLock: serveQuery(staffContract.idleLock, ({ store }) => done(idleLockMinutes(store))),
  setIdleLock: serveMutation(staffContract.setIdleLock, ({ store, staff, clock, ids, host }, { minutes }) => {
    setIdleLock(store, minutes, staff.staffId, clock(), ids);
    host.changes.publish(['staff']);
    return done(null);
  }),
  signOut: serveMutation(staffContract.signOut, ({ client }) => {
    client.staff = null;
    client.approvals.clear();
    return done(null);
  }),
});
