import { activeStaff } from '../../../db/staff/staff.queries.ts';
import type { StaffChoice } from '../../../shared/contract/staff.contract.ts';
import { staffContract } from '../../../shared/contract/staff.contract.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import { mayDo, RIGHTS } from '../../../shared/staff/rights.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { lend } from './approvals.ts';
import { signIn } from './sign-in.ts';

const withRights = (staff: StaffChoice) => ({ ...staff, rights: RIGHTS.filter((right) => mayDo(staff.role, right)) });

export const staffRouter = router({
  signInChoices: serveQuery(staffContract.signInChoices, ({ store }) => done(activeStaff.all(store.db, {}))),
  me: serveQuery(staffContract.me, ({ client }) => done(client.staff && withRights(client.staff))),
  signIn: serveMutation(staffContract.signIn, async ({ store, client, clock }, input) => {
    const outcome = await signIn(store, input, clock);
    if (!outcome.ok) return outcome;
    client.staff = outcome.value;
    return done(withRights(outcome.value));
  }),
  approve: serveMutation(staffContract.approve, async ({ store, client, clock, ids }, { right, ...input }) => {
    const outcome = await signIn(store, input, clock);
    if (!outcome.ok) return outcome;
    if (!mayDo(outcome.value.role, right)) return refuse('right-missing');
    const approvalId = ids<'approval'>();
    lend(client, approvalId, outcome.value.staffId, right, clock());
    return done({ approvalId });
  }),
  signOut: serveMutation(staffContract.signOut, ({ client }) => {
    client.staff = null;
    client.approvals.clear();
    return done(null);
  }),
});
