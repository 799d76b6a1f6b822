import { pointsContract } from '../../../shared/contract/points.contract.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { pointsOfMember } from './points-of-member.ts';
import { redeemPoints } from './redeem-points.ts';

export const pointsRouter = router({
  ofMember: serveQuery(pointsContract.ofMember, ({ store, clock }, { memberId }) => {
    const points = pointsOfMember(store, memberId, clock());
    return points ? done(points) : refuse('member-unknown');
  }),
  redeem: serveMutation(pointsContract.redeem, ({ store, staff, clock, ids, host }, command) => {
    const outcome = redeemPoints(store, command, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish([`member:${command.memberId}`, `points:${command.memberId}`]);
    return outcome;
  }),
});
