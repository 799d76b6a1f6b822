import { z } from 'zod';
import { minor } from '../contract/fields.ts';
import { CONSENT_PURPOSES } from '../members/profile.ts';

/** What a field of a list can be asked. `stores`, `audiences` and the like are choices among what the store has. */
export type FieldTerms =
  | { readonly kind: 'choice'; readonly among: readonly string[] | 'stores' | 'categories' | 'tax-rates' | 'audiences' }
  /** Compared with a number: money in minor units, points, or a count. */
  | { readonly kind: 'amount'; readonly unit: 'money' | 'points' | 'count'; readonly blank?: true }
  /** A day; `never` where it may never have come, `blank` where nobody may have filled it in. */
  | { readonly kind: 'day'; readonly never?: true; readonly blank?: true }
  /** Words that somebody typed. */
  | { readonly kind: 'text' }
  /** Goods of some categories, bought in the last so many days. */
  | { readonly kind: 'bought'; readonly among: 'categories' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'birthday' }
  | { readonly kind: 'consent' };
export type Fields = Readonly<Record<string, FieldTerms>>;

export const BIRTHDAY_TIMES = ['today', 'next-7-days', 'this-month', 'next-month'] as const;
export const CONSENT_STATES = ['given', 'withdrawn', 'not-asked'] as const;

const amount = minor;
const days = z.int().min(0).max(36_500);
const date = z.iso.date();

/** One thing that is said of a field, by the kind of the field. `is` tells the sentence, the rest fills it. */
const says = {
  choice: [{ is: z.enum(['any-of', 'none-of']), values: z.array(z.string().min(1).max(60)).min(1).max(50) }],
  amount: [
    { is: z.enum(['at-least', 'at-most']), value: amount },
    { is: z.literal('from-to'), from: amount, to: amount },
  ],
  day: [
    { is: z.enum(['more-than-days-ago', 'within-days']), days },
    { is: z.literal('between'), from: date, to: date },
    { is: z.literal('never') },
  ],
  text: [{ is: z.literal('contains'), text: z.string().trim().min(1).max(60) }, { is: z.literal('not-given') }],
  bought: [
    {
      is: z.enum(['bought-within', 'not-bought-within']),
      values: z.array(z.string().min(1).max(60)).min(1).max(50),
      days,
    },
  ],
  flag: [{ is: z.enum(['yes', 'no']) }],
  birthday: [{ is: z.enum(BIRTHDAY_TIMES) }, { is: z.literal('in-month'), month: z.int().min(1).max(12) }],
  consent: [{ is: z.enum(CONSENT_STATES), purpose: z.enum(CONSENT_PURPOSES) }],
} as const;

type Said = (typeof says)[keyof typeof says][number];
type ValuesOf<S> = S extends Said ? { readonly [K in keyof S]: S[K] extends z.ZodType<infer T> ? T : never } : never;

/** One condition of a filter: what is said of one field. A filter is conditions that all hold. */
export type Condition = ValuesOf<Said> & { readonly field: string };

/** A filter has at most this many conditions: more is a mistake, and every one costs a pass over the list. */
export const MAX_CONDITIONS = 12;

/** What can be asked of a field that the store defined, whatever it holds. */
const OWN_KINDS = ['choice', 'amount', 'day', 'text'] as const;

/** The schema of a filter over these fields, and over those of the store's own, which `own` names. */
export function conditionsOver(fields: Fields, own?: z.ZodType<string>): z.ZodType<Condition[], Condition[]> {
  const known = (Object.keys(says) as (keyof typeof says)[]).flatMap((kind) => {
    const names = Object.entries(fields).flatMap(([name, terms]) => (terms.kind === kind ? [name] : []));
    return names.length === 0 ? [] : says[kind].map((said) => z.object({ field: z.enum(names), ...said }));
  });
  const owned = own ? OWN_KINDS.flatMap((kind) => says[kind].map((said) => z.object({ field: own, ...said }))) : [];
  const options = [...known, ...owned];
  return z
    .array(z.union(options).refine((condition) => makesSense(fields, condition as Condition)))
    .max(MAX_CONDITIONS) as unknown as z.ZodType<Condition[], Condition[]>;
}

/** Whether the values fit the field: a choice is among its choices, a span runs forward, only some days may be missing. */
function makesSense(fields: Fields, condition: Condition): boolean {
  const terms = fields[condition.field];
  if (!terms) return !('to' in condition) || condition.from <= condition.to;
  if (terms.kind === 'choice' && typeof terms.among !== 'string' && 'values' in condition)
    return condition.values.every((value) => terms.among.includes(value));
  if ('to' in condition) return condition.from <= condition.to;
  return condition.is !== 'never' || (terms.kind === 'day' && terms.never === true);
}
