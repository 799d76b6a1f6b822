import type { StaffChoice } from '../../shared/contract/staff.contract.ts';

/** One window or one browser: who is signed in there. Kept in memory only, so that a restart signs everybody out. */
export interface Client {
  readonly key: string;
  staff: StaffChoice | null;
}
