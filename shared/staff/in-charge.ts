import type { Id } from '../kernel/id.ts';
import { mayDo, type Role } from './rights.ts';

export interface Colleague {
  readonly staffId: Id<'staff'>;
  readonly role: Role;
  readonly active: boolean;
  readonly hasPin: boolean;
}

/** Whether somebody who may manage staff can still sign in: else nobody could ever let anybody in again. */
export const isSomebodyInCharge = (staff: readonly Colleague[]): boolean =>
  staff.some(({ role, active, hasPin }) => active && hasPin && mayDo(role, 'staff.manage'));
