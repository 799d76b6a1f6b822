import type { MemberRow } from '../contract/members.contract.ts';
import type { CellKind } from '../lists/export.ts';
import type { CustomField, CustomKind } from './custom-fields.ts';
import { customName } from './profile-values.ts';

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
} as const satisfies Record<Exclude<keyof MemberRow, 'memberId' | 'custom'>, CellKind>;

const OWN_CELLS: Readonly<Record<CustomKind, CellKind>> = {
  text: 'text',
  whole: 'whole',
  date: 'date',
  flag: 'words',
  choice: 'words',
};
/** What the columns of the store's own fields hold, by `custom.<id>`. */
export const ownCells = (fields: readonly CustomField[]): Readonly<Record<string, CellKind>> =>
  Object.fromEntries(fields.map(({ fieldId, kind }) => [customName(fieldId), OWN_CELLS[kind]]));

/** A row of the list as a file has it: each of the store's own fields is a column. */
export const withOwnCells = ({ custom, ...row }: MemberRow): object => ({
  ...row,
  ...Object.fromEntries(Object.entries(custom).map(([fieldId, value]) => [customName(fieldId), value])),
});
