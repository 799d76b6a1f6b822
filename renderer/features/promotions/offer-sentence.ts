import type { TFunction } from 'i18next';
import type { OfferTerms } from '../../../shared/promotions/offer.ts';
import type { FieldKind } from '../../../shared/promotions/terms.ts';
import { type Saying, sayArg, sayValue } from './arg-words.ts';
import { type Definition, definitionOf } from './definition.ts';
import { BOUNDS } from './offer-draft.ts';

/** A part of an offer and what to say it by. */
interface Said {
  readonly part: { readonly kind: string };
  readonly fields: Definition['fields'];
  /** The words of a kind, or of a variant of it (`threshold_each`); null where there are none. */
  readonly template: (key: string) => string | null;
}

/** A sentence is said otherwise for each choice, and for what is given for nothing. */
function variantOf(field: FieldKind, value: unknown): string | null {
  if (field === 'birthday-span' || field === 'each-or-once') return String(value);
  return field === 'percent' && value === 100 ? 'free' : null;
}

/** Fills `{{names}}`; what stands in brackets is left out where a name in it stands for nothing. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  const put = (text: string) => text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
  return template
    .split(/(\[[^\]]*\])/)
    .map((piece) => {
      if (!piece.startsWith('[')) return put(piece);
      const names = [...piece.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
      return names.every((name) => name in values) ? put(piece.slice(1, -1)) : '';
    })
    .join('');
}

const WHOLE_DAY: Partial<Readonly<Record<FieldKind, number>>> = { 'from-minute': 0, 'until-minute': 1440 };

function sayPart({ part, fields, template }: Said, saying: Saying): string {
  const given = Object.entries(fields).map(
    ([name, field]) => [name, field, (part as Readonly<Record<string, unknown>>)[name] ?? null] as const,
  );
  // The hours of a whole day go without saying.
  const hours = given.filter(([, field]) => field in WHOLE_DAY);
  const allDay = hours.every(([, field, value]) => value === WHOLE_DAY[field]);
  const args = allDay ? given.filter((arg) => !hours.includes(arg)) : given;
  const values = Object.assign(
    {},
    ...args.map(([name, field, value]) => (value === null ? {} : sayArg(name, field, value, saying))),
  );
  const [variant] = args.flatMap(([, field, value]) => variantOf(field, value) ?? []);
  const words = (variant && template(`${part.kind}_${variant}`)) || template(part.kind) || '';
  return fill(words, values).trim();
}

type Raw = (key: string, terms: { readonly skipInterpolation: true; readonly defaultValue: string }) => string;

const templateOf =
  (t: TFunction, list: 'offerGives' | 'offerWhen') =>
  (key: string): string | null =>
    (t as unknown as Raw)(`promotions.${list}.${key}`, { skipInterpolation: true, defaultValue: '' }) || null;

/** What the offer gives, as a phrase. */
export const givesWords = ({ action }: OfferTerms, saying: Saying): string =>
  sayPart(
    { part: action, fields: definitionOf.action(action.kind).fields, template: templateOf(saying.t, 'offerGives') },
    saying,
  );

/** When it holds, as a phrase; empty where it always does. */
export const whenWords = ({ conditions }: OfferTerms, saying: Saying): string =>
  conditions
    .map((each) =>
      sayPart(
        { part: each, fields: definitionOf.condition(each.kind).fields, template: templateOf(saying.t, 'offerWhen') },
        saying,
      ),
    )
    .filter(Boolean)
    .join(saying.t('promotions.says.and'));

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The whole offer, read back: what it gives and when, then its bounds, a sentence each. */
export function offerSentences(terms: OfferTerms, saying: Saying): readonly string[] {
  const { t } = saying;
  const when = whenWords(terms, saying);
  const gives = givesWords(terms, saying);
  const first = when === '' ? t('promotions.says.always', { gives }) : t('promotions.says.sentence', { gives, when });
  const bounds: Readonly<Record<string, number | null>> = { ...terms.caps, ...terms.limits };
  const bounded = (Object.entries(BOUNDS) as [keyof typeof BOUNDS, FieldKind][]).flatMap(([name, kind]) => {
    const value = bounds[name] ?? null;
    return value === null ? [] : [t(`promotions.says.${name}`, { value: sayValue(kind, value, saying) })];
  });
  const group = terms.group === null ? [] : [t('promotions.says.group', { group: terms.group })];
  return [capital(first), ...bounded, ...group];
}
