import type { Id } from '../../../shared/kernel/id.ts';
import { mayDo, type Right } from '../../../shared/staff/rights.ts';
import type { Client } from '../../api/client.ts';

/** As long as a sale may take from the changed price to the payment. */
const LENT_FOR_MS = 15 * 60_000;

export function lend(client: Client, approvalId: Id<'approval'>, byId: Id<'staff'>, right: Right, nowMs: number): void {
  client.approvals.set(approvalId, { byId, right, untilMs: nowMs + LENT_FOR_MS });
}

/**
 * Who allows an act that needs `right`: whoever is signed in and has it, or who lent it. Null: nobody does. A lent
 * right is for one purpose and ends by itself; asking twice within its time is the same act repeated.
 */
export function allowedBy(
  client: Client,
  right: Right,
  approvalId: Id<'approval'> | undefined,
  nowMs: number,
): Id<'staff'> | null {
  if (client.staff && mayDo(client.staff.role, right)) return client.staff.staffId;
  const approval = approvalId && client.approvals.get(approvalId);
  return approval && approval.right === right && nowMs < approval.untilMs ? approval.byId : null;
}

/** After the act: what was lent is given back. */
export const giveBack = (client: Client, approvalId: Id<'approval'> | undefined): void => {
  if (approvalId) client.approvals.delete(approvalId);
};
