import { cleanCell } from './clean-cell.ts';
import type { Fault, Read } from './fault.ts';
import type { ReadingTerms } from './terms.ts';

/** A field of a target: everything that the mapping form, the empty template and the check need to know of it. */
export interface ImportField<T> {
  readonly required: boolean;
  /** Whether it tells one member or product from another. */
  readonly identifies: boolean;
  /** A date: the form asks for the order of day and month where the column leaves it open. */
  readonly isDate: boolean;
  /** Headers by which a column is taken for this field, folded (see `foldedHeader`). The field's names come first. */
  readonly headers: readonly string[];
  /** For the template. */
  readonly example: string;
  /** What the store calls it; the others have their words. */
  readonly name?: string;
  read(text: string, terms: ReadingTerms): Read<T>;
}

type FieldTerms<T> = Pick<ImportField<T>, 'read' | 'example' | 'headers'> &
  Partial<Pick<ImportField<T>, 'required' | 'identifies' | 'isDate'>>;

export const field = <T>(terms: FieldTerms<T>): ImportField<T> => ({
  required: false,
  identifies: false,
  isDate: false,
  ...terms,
});

// biome-ignore lint/suspicious/noExplicitAny: only `any` lets a shape hold fields of every type.
export type Fields = Readonly<Record<string, ImportField<any>>>;
/** A row that was read: a value for every field, null where the cell is empty or the field has no column. */
export type RowOf<F extends Fields> = { readonly [K in keyof F]: F[K] extends ImportField<infer T> ? T | null : never };

/** Which column (from 0) a field is read from; a field without one is left out. */
export type Mapping = Readonly<Record<string, number>>;

/** What is done with a row that is on file already: left, filled up, overwritten, or enrolled once more. */
export const DUPLICATE_POLICIES = ['skip', 'fill', 'update', 'create'] as const;
export type DuplicatePolicy = (typeof DUPLICATE_POLICIES)[number];

export interface ImportTarget<F extends Fields> {
  readonly fields: F;
  /** The first is the usual one. */
  readonly policies: readonly [DuplicatePolicy, ...DuplicatePolicy[]];
  /** What only the fields together can tell. */
  check(row: RowOf<F>): readonly Fault[];
}

/** What the words of a fault need: also what the store calls the field, which has no words of its own. */
const detailsOf = ({ name }: ImportField<unknown>, details: Fault['details']): Pick<Fault, 'details'> =>
  details || name ? { details: { ...details, ...(name ? { field: name } : {}) } } : {};

/** Reads the cells of one row. Every fault is named; a row with any is not imported. */
export function readRow<F extends Fields>(
  target: ImportTarget<F>,
  cells: readonly string[],
  mapping: Mapping,
  terms: ReadingTerms,
): { readonly row: RowOf<F>; readonly faults: readonly Fault[] } {
  const row: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const name in target.fields) {
    row[name] = null;
    const one = target.fields[name] as ImportField<unknown>;
    const column = mapping[name];
    const cell = column === undefined ? undefined : cells[column];
    if (cell === undefined || cell === '') {
      if (one.required) faults.push({ field: name, reason: 'required' });
      continue;
    }
    const text = cleanCell(cell);
    if (text.ok && text.value === '') {
      if (one.required) faults.push({ field: name, reason: 'required' });
      continue;
    }
    const value = text.ok ? one.read(text.value, terms) : text;
    if (value.ok) row[name] = value.value;
    else faults.push({ field: name, reason: value.reason, ...detailsOf(one, value.details) });
  }
  if (faults.length === 0) faults.push(...target.check(row as RowOf<F>));
  return { row: row as RowOf<F>, faults };
}
