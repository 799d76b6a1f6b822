import { z } from 'zod';
import { type Id, idOf } from '../kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../kernel/outcome.ts';

/** What a field that a store defines for its members holds. It never changes: the values that are there would lie. */
export const CUSTOM_KINDS = ['text', 'whole', 'date', 'flag', 'choice'] as const;
export type CustomKind = (typeof CUSTOM_KINDS)[number];

/** So many fields are in use at most: more is a form that nobody fills in. Retired ones do not count. */
export const MOST_FIELDS = 20;
/** So many options of one field are offered at most. */
export const MOST_OPTIONS = 30;
export const LONGEST_NAME = 30;
export const LONGEST_TEXT = 200;
const MOST_WHOLE = 1_000_000_000;

/** One of a list. The key stands in the values; one that is no longer offered keeps it, with its name. */
const fieldOption = z.object({ key: z.int().min(1), name: z.string(), retired: z.boolean() });
export type FieldOption = Readonly<z.infer<typeof fieldOption>>;

/** The definition of a field. A retired one is asked and shown nowhere but where a value of it stands. */
export const memberFieldFact = z.object({
  id: idOf('member-field'),
  owner: z.string(),
  version: z.int().min(1),
  name: z.string(),
  kind: z.enum(CUSTOM_KINDS),
  options: z.array(fieldOption),
  /** Whether nobody is enrolled in the window without it. */
  required: z.boolean(),
  position: z.int().min(0),
  retired: z.boolean(),
});
export type MemberFieldFact = Readonly<z.infer<typeof memberFieldFact>>;

export const customField = z.object({
  fieldId: idOf('member-field'),
  ...memberFieldFact.pick({ name: true, kind: true, options: true, required: true, retired: true }).shape,
});
export type CustomField = Readonly<z.infer<typeof customField>>;

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;

/** `text` as it is kept: trimmed, a number without idle zeros, a day as YYYY-MM-DD, an option by its key. Null: it is none. */
export function keptValue({ kind, options }: Pick<CustomField, 'kind' | 'options'>, text: string): string | null {
  const plain = text.normalize('NFC').trim();
  switch (kind) {
    case 'text':
      return plain !== '' && plain.length <= LONGEST_TEXT ? plain : null;
    case 'whole': {
      const number = /^-?\d{1,10}$/.test(plain) ? Number(plain) : Number.NaN;
      return Math.abs(number) <= MOST_WHOLE ? String(number === 0 ? 0 : number) : null;
    }
    case 'date':
      return isDay(plain) && plain >= '1900-01-01' && plain <= '2199-12-31' ? plain : null;
    case 'flag':
      return plain === 'yes' || plain === 'no' ? plain : null;
    case 'choice':
      return options.some(({ key }) => String(key) === plain) ? plain : null;
  }
}

type ValueRefusal = Refusal<'field-unknown' | 'field-retired' | 'field-value-invalid'>;

/** What was given for some fields, as it is kept; null or an empty text clears one. In the order of the definitions. */
export function keptValues(
  fields: readonly CustomField[],
  given: Readonly<Record<string, string | null>>,
): Outcome<Readonly<Record<string, string | null>>, ValueRefusal> {
  const known = new Set<string>(fields.map(({ fieldId }) => fieldId));
  if (Object.keys(given).some((fieldId) => !known.has(fieldId))) return refuse('field-unknown');
  const kept: Record<string, string | null> = {};
  for (const field of fields) {
    const text = given[field.fieldId];
    if (text === undefined) continue;
    const isCleared = text === null || text.trim() === '';
    if (field.retired && !isCleared) return refuse('field-retired', { field: field.name });
    const value = isCleared ? null : keptValue(field, text);
    if (value === null && !isCleared) return refuse('field-value-invalid', { field: field.name });
    kept[field.fieldId] = value;
  }
  return done(kept);
}

/** The first field in use that must be filled at enrolment and is not; null where none is. */
export const missingField = (
  fields: readonly CustomField[],
  values: Readonly<Record<string, string | null>>,
): CustomField | null =>
  fields.find(({ required, retired, fieldId }) => required && !retired && (values[fieldId] ?? null) === null) ?? null;

/** What is asked of a field's definition: a name, and the options by their keys (null: a new one). */
export interface FieldTerms {
  readonly name: string;
  readonly options: readonly { readonly key: number | null; readonly name: string }[];
  readonly required: boolean;
}

type TermsRefusal = Refusal<'field-name-taken' | 'field-needs-options' | 'option-twice' | 'option-unknown'>;

/**
 * The options that a field has from now on. What is left out is no longer offered but keeps its key and its name, since
 * values say it; a name that was there before gets its old key back.
 */
export function decideOptions(
  before: readonly FieldOption[],
  given: FieldTerms['options'],
): Outcome<readonly FieldOption[], TermsRefusal> {
  if (given.length === 0) return refuse('field-needs-options');
  if (new Set(given.map(({ name }) => name)).size < given.length) return refuse('option-twice');
  const named = given.flatMap(({ key }) => key ?? []);
  if (new Set(named).size < named.length || named.some((key) => !before.some((option) => option.key === key)))
    return refuse('option-unknown');
  let last = Math.max(0, ...before.map(({ key }) => key));
  const offered = given.map(({ key, name }): FieldOption => {
    const old = before.find((option) => option.name === name && !named.includes(option.key));
    if (key === null && !old) last += 1;
    return { key: key ?? old?.key ?? last, name, retired: false };
  });
  const gone = before.filter(({ key }) => !offered.some((option) => option.key === key));
  return done([...offered, ...gone.map((option) => ({ ...option, retired: true }))]);
}

/** Whether a field may be called so beside the others: those in use have names of their own. */
export const isNameFree = (fields: readonly CustomField[], name: string, except: Id<'member-field'>): boolean =>
  !fields.some((field) => field.fieldId !== except && !field.retired && field.name === name);
