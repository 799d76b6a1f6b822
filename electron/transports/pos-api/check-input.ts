import { z } from 'zod';
import { type Language, WORDS } from './language.ts';
import { type PartProblem, requestProblem } from './problem.ts';

const LOCALE_ERRORS = { en: z.locales.en().localeError, 'zh-CN': z.locales.zhCN().localeError };
/** More of them help nobody. */
const MOST_ERRORS = 20;
const LONGEST_NAME = 80;

/** A place in the body as the fragment of a JSON Pointer (RFC 6901): `#/lines/0/sku`. */
const pointerTo = (path: readonly PropertyKey[]): string =>
  `#${path.map((key) => `/${encodeURIComponent(nameOf(key).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;

/** A name that somebody else made up, cut to a length that an answer can hold. */
const nameOf = (key: PropertyKey): string => String(key).slice(0, LONGEST_NAME).toWellFormed();

function wordsOf(issue: z.core.$ZodIssue, language: Language): string {
  const { fieldProblems } = WORDS[language];
  if (issue.message in fieldProblems) return fieldProblems[issue.message as keyof typeof fieldProblems];
  return issue.message;
}

/** An unknown key is a fault at its own place, not at its holder's. */
const placesOf = (issue: z.core.$ZodIssue): PropertyKey[][] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];

function unknownKeyWords(issue: z.core.$ZodIssue, key: PropertyKey, language: Language): string {
  const named = { ...issue, keys: [nameOf(key)], input: undefined } as z.core.$ZodRawIssue;
  const said = LOCALE_ERRORS[language](named);
  return typeof said === 'string' ? said : (said?.message ?? issue.message);
}

/** What the schema makes of the value, or a 400 that names every place that is wrong, in the caller's language. */
export function checkInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  part: 'body' | 'parameters',
  language: Language,
): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: LOCALE_ERRORS[language] });
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues
    .flatMap((issue) =>
      placesOf(issue).map((place): PartProblem => {
        const isUnknownKey = issue.code === 'unrecognized_keys';
        const detail = isUnknownKey ? unknownKeyWords(issue, place.at(-1) ?? '', language) : wordsOf(issue, language);
        return part === 'body'
          ? { pointer: pointerTo(place), detail }
          : { parameter: place.map(nameOf).join('.'), detail };
      }),
    )
    .slice(0, MOST_ERRORS);
  throw requestProblem('invalid-request', { errors });
}
