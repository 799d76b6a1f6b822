import { activeStaff } from '../../../db/staff/staff.queries.ts';
import type { StaffChoice } from '../../../shared/contract/staff.contract.ts';
import { staffContract } from '../../../shared/contract/staff.contract.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import { mayDo, RIGHTS } from '../../../shared/staff/rights.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { approve } from './approve.ts';
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
  signOut: serveMutation(staffContract.signOut, ({ client }) => {
    client.staff = null;
    client.approvals.clear();
    return done(null);
  }),
});
