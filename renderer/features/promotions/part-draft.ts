import type { z } from 'zod';
import type { FieldKind } from '../../../shared/promotions/terms.ts';
import { ARG_KINDS, type ArgDraft, type ArgPlace, areLeftOut } from './arg-kinds.ts';
import type { Definition } from './definition.ts';

/** An action or a condition as typed. */
export interface PartDraft {
  readonly kind: string;
  readonly args: Readonly<Record<string, ArgDraft>>;
}

/** What is wrong with one argument. The bounds are in the argument's own unit. */
export type ArgProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly field: FieldKind }
  | { readonly kind: 'too-small' | 'too-big'; readonly field: FieldKind; readonly bound: number };

/** What was read of a part: whole, or what is wrong with which argument. */
export type PartRead =
  | { readonly ok: true; readonly value: { readonly kind: string } }
  | { readonly ok: false; readonly problems: Readonly<Record<string, ArgProblem>> };

export const blankPart = (kind: string, { fields }: Definition, place: ArgPlace): PartDraft => ({
  kind,
  args: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, ARG_KINDS[field].blank(place)])),
});

/** Another part in its place keeps what both ask for in the same way. */
export function exchangedPart(
  before: PartDraft,
  was: Definition,
  kind: string,
  is: Definition,
  place: ArgPlace,
): PartDraft {
  const blank = blankPart(kind, is, place);
  const kept = Object.entries(before.args).filter(([name]) => is.fields[name] === was.fields[name] && is.fields[name]);
  return { kind, args: { ...blank.args, ...Object.fromEntries(kept) } };
}

export const draftOfPart = (
  part: { readonly kind: string } & object,
  { fields }: Definition,
  place: ArgPlace,
): PartDraft => ({
  kind: part.kind,
  args: Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const value = (part as Readonly<Record<string, unknown>>)[name] ?? null;
      const { blank, write } = ARG_KINDS[field];
      // What may be left empty was: no blank of its own takes its place.
      return [name, value === null ? emptied(blank(place)) : write(value as never, place)];
    }),
  ),
});

const emptied = (blank: ArgDraft): ArgDraft => (typeof blank === 'string' ? '' : blank);

/** Whether an argument may be left empty. */
export const isOptional = (schema: z.ZodType): boolean => schema.safeParse(null).success;

function problemOf(field: FieldKind, value: unknown, issue: z.core.$ZodIssue): ArgProblem {
  if (value === null) return { kind: 'missing' };
  if (issue.code === 'too_small' && issue.origin !== 'number') return { kind: 'missing' };
  if (issue.code === 'too_small') return { kind: 'too-small', field, bound: Number(issue.minimum) };
  if (issue.code === 'too_big' && issue.path.length === 0)
    return { kind: 'too-big', field, bound: Number(issue.maximum) };
  return { kind: 'unreadable', field };
}

/** Reads a part by the schemas of its arguments. */
export function readPart(draft: PartDraft, { args, fields }: Definition, place: ArgPlace): PartRead {
  const value: Record<string, unknown> = { kind: draft.kind };
  const problems: Record<string, ArgProblem> = {};
  for (const [name, field] of Object.entries(fields)) {
    const schema = args.shape[name] as z.ZodType;
    const typed = draft.args[name] ?? ARG_KINDS[field].blank(place);
    const isLeftOut = isOptional(schema) && areLeftOut(typed);
    const read = isLeftOut ? null : ARG_KINDS[field].read(typed, place);
    if (read === undefined) problems[name] = { kind: 'unreadable', field };
    else {
      const checked = schema.safeParse(read);
      if (checked.success) value[name] = checked.data;
      else problems[name] = problemOf(field, read, checked.error.issues[0] as z.core.$ZodIssue);
    }
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, value: value as { kind: string } };
}
