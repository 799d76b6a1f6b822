import type { StaffChoice } from '../../shared/contract/staff.contract.ts';
import type { Id } from '../../shared/kernel/id.ts';
import type { Right } from '../../shared/staff/rights.ts';

/** A right that a colleague lent to a window, for one act. */
export interface Approval {
  readonly byId: Id<'staff'>;
  readonly right: Right;
  readonly untilMs: number;
}

/** One window or one browser: who is signed in there. Kept in memory only, so that a restart signs everybody out. */
export interface Client {
  readonly key: string;
  staff: StaffChoice | null;
  /** What colleagues lent, by the id that the act names. */
  readonly approvals: Map<Id<'approval'>, Approval>;
}
