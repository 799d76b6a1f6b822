import { pointsContract } from '../../../shared/contract/points.contract.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { allowedBy, giveBack } from '../staff/approvals.ts';
import { adjustPoints } from './adjust-points.ts';
import { pointsLedgerPage } from './ledger-page.ts';
import { pointsOfMember } from './points-of-member.ts';
import { redeemPoints } from './redeem-points.ts';

export const pointsRouter = router({
  ofMember: serveQuery(pointsContract.ofMember, ({ store, clock }, { memberId }) => {
    const points = pointsOfMember(store, memberId, clock());
    return points ? done(points) : refuse('member-unknown');
  }),
  ledger: serveQuery(pointsContract.ledger, ({ store }, asked) => {
    const page = pointsLedgerPage(store, asked);
    return page ? done(page) : refuse('member-unknown');
  }),
  redeem: serveMutation(pointsContract.redeem, ({ store, staff, clock, ids, host }, command) => {
    const outcome = redeemPoints(store, command, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish([`member:${command.memberId}`, `points:${command.memberId}`]);
    return outcome;
  }),
  adjust: serveMutation(pointsContract.adjust, ({ store, staff, client, clock, ids, host }, command) => {
    const approvedById = allowedBy(client, 'points.adjust', command.approvalId, clock());
    const outcome = adjustPoints(store, command, { staffId: staff.staffId, approvedById }, clock(), ids);
    if (!outcome.ok) return outcome;
    giveBack(client, command.approvalId);
    host.changes.publish([`member:${command.memberId}`, `points:${command.memberId}`]);
    return outcome;
  }),
});
