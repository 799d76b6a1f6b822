import type { MemberRow } from '../contract/members.contract.ts';
import type { CellKind } from '../lists/export.ts';

/** What each column of the member list holds. */
export const MEMBER_CELLS = {
  name: 'text',
  phoneMasked: 'text',
  tier: 'words',
  balancePoints: 'whole',
  purchases: 'whole',
  netMinor: 'money',
  lastVisitDate: 'date',
  enrolledAtMs: 'instant',
  status: 'words',
  source: 'words',
  homeStore: 'text',
  debtPoints: 'whole',
} as const satisfies Record<Exclude<keyof MemberRow, 'memberId'>, CellKind>;
