import type { ImportLook } from '../../../shared/contract/imports.contract.ts';
import type { DuplicatePolicy, Mapping } from '../../../shared/imports/field.ts';
import { MEMBER_KEYS, type MemberKey } from '../../../shared/imports/member-keys.ts';
import { isAmbiguousDate } from '../../../shared/imports/read-date.ts';
import { type Target, targetOf } from '../../../shared/imports/targets.ts';
import type { DateOrder } from '../../../shared/imports/terms.ts';
import type { CustomField } from '../../../shared/members/custom-fields.ts';

/** What somebody chooses for a file before it is checked. */
export interface ColumnsDraft {
  readonly mapping: Mapping;
  readonly dateOrder: DateOrder | null;
  readonly decimalMark: '.' | ',';
  readonly policy: DuplicatePolicy;
  /** Keys that members are not known by although they have a column. */
  readonly notBy: readonly MemberKey[];
  readonly source: string;
}

/** What was chosen for a file with the same headers before goes before what is guessed. */
export function firstDraft(target: Target, look: ImportLook, remembered: Mapping | null): ColumnsDraft {
  const fits = remembered && Object.values(remembered).every((column) => column < look.headers.length);
  return {
    mapping: fits ? remembered : look.mapping,
    dateOrder: look.dateOrder,
    decimalMark: look.decimalMark,
    policy: targetOf(target).policies[0],
    notBy: [],
    source: '',
  };
}

/** Gives a column to a field (null: none), and takes it from the field that had it. */
export function withColumn(mapping: Mapping, field: string, column: number | null): Mapping {
  const others = Object.entries(mapping).filter(([other, taken]) => other !== field && taken !== column);
  return Object.fromEntries(column === null ? others : [...others, [field, column]]);
}

/** The keys that members are known by: those with a column, but for the ones that were taken out. */
export const keysUsed = ({ mapping, notBy }: ColumnsDraft): MemberKey[] =>
  MEMBER_KEYS.filter((key) => mapping[key] !== undefined && !notBy.includes(key));

/** Whether some date in the columns that are dates could be read both ways. */
export function asksForDateOrder(
  target: Target,
  look: ImportLook,
  { mapping }: ColumnsDraft,
  own: readonly CustomField[] = [],
): boolean {
  const { fields } = targetOf(target, own);
  return (
    look.hasAmbiguousDates ||
    Object.entries(mapping).some(
      ([field, column]) => fields[field]?.isDate && look.rows.some(({ cells }) => isAmbiguousDate(cells[column] ?? '')),
    )
  );
}

export type DraftFault = 'needed' | 'nothing' | 'dateOrder' | 'matchBy';

/** What is still missing before the rows can be checked, by field; `''` for the form as a whole. */
export function draftFaults(
  target: Target,
  look: ImportLook,
  draft: ColumnsDraft,
  own: readonly CustomField[] = [],
): ReadonlyMap<string, DraftFault> {
  const faults = new Map<string, DraftFault>();
  for (const [field, { required }] of Object.entries(targetOf(target).fields))
    if (required && draft.mapping[field] === undefined) faults.set(field, 'needed');
  if (Object.keys(draft.mapping).length === 0 && faults.size === 0) faults.set('', 'nothing');
  if (asksForDateOrder(target, look, draft, own) && draft.dateOrder === null) faults.set('dateOrder', 'dateOrder');
  if (target === 'members' && draft.policy !== 'create') {
    const hasKeys = MEMBER_KEYS.some((key) => draft.mapping[key] !== undefined);
    if (hasKeys && keysUsed(draft).length === 0) faults.set('matchBy', 'matchBy');
  }
  return faults;
}
