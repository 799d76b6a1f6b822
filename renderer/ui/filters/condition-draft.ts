import type { TFunction } from 'i18next';
import { BIRTHDAY_TIMES, CONSENT_STATES, type Condition, type FieldTerms } from '../../../shared/lists/conditions.ts';
import type { ConsentPurpose } from '../../../shared/members/profile.ts';
import { decimalText, readDecimal } from '../../lib/decimal-text.ts';

export type Is = Condition['is'];

/** A condition as it is typed. What the relation does not ask for is left as it is. */
export interface ConditionDraft {
  readonly field: string;
  readonly is: Is;
  readonly values: readonly string[];
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly days: string;
  readonly text: string;
  readonly month: string;
  readonly purpose: ConsentPurpose;
}

const BLANK = ['not-given'] as const;

/** The relations that a field offers, the usual one first. */
export function relationsOf(terms: FieldTerms): readonly Is[] {
  switch (terms.kind) {
    case 'choice':
      return ['any-of', 'none-of'];
    case 'bought':
      return ['bought-within', 'not-bought-within'];
    case 'amount':
      return ['at-least', 'at-most', 'from-to', ...(terms.blank ? BLANK : [])];
    case 'day':
      return [
        'more-than-days-ago',
        'within-days',
        'between',
        ...(terms.never ? (['never'] as const) : []),
        ...(terms.blank ? BLANK : []),
      ];
    case 'text':
      return ['contains', 'not-given'];
    case 'flag':
      return ['yes', 'no'];
    case 'birthday':
      return ['this-month', ...BIRTHDAY_TIMES.filter((time) => time !== 'this-month'), 'in-month'];
    case 'consent':
      return CONSENT_STATES;
  }
}

export const newDraft = (field: string, terms: FieldTerms): ConditionDraft => ({
  field,
  is: relationsOf(terms)[0] ?? 'yes',
  values: [],
  value: '',
  from: '',
  to: '',
  days: terms.kind === 'day' || terms.kind === 'bought' ? '90' : '',
  text: '',
  month: '1',
  purpose: 'marketing-sms',
});

/** Decimal places of what is typed for a field: those of money, else none. */
const placesOf = (terms: FieldTerms, moneyPlaces: number): number =>
  terms.kind === 'amount' && terms.unit === 'money' ? moneyPlaces : 0;

/** A condition that is to be changed, as it would be typed. */
export function draftOf(condition: Condition, terms: FieldTerms, moneyPlaces: number): ConditionDraft {
  const places = placesOf(terms, moneyPlaces);
  const text = (value: string | number) => (typeof value === 'number' ? decimalText(value, places) : value);
  const { field, is } = condition;
  return {
    ...newDraft(field, terms),
    is,
    ...('values' in condition ? { values: condition.values } : {}),
    ...('value' in condition ? { value: text(condition.value) } : {}),
    ...('from' in condition ? { from: text(condition.from), to: text(condition.to) } : {}),
    ...('text' in condition ? { text: condition.text } : {}),
    ...('days' in condition ? { days: String(condition.days) } : {}),
    ...('month' in condition ? { month: String(condition.month) } : {}),
    ...('purpose' in condition ? { purpose: condition.purpose } : {}),
  };
}

const MOST_DAYS = 36_500;
const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

type Wrong = Partial<Record<keyof ConditionDraft, string>>;

/** What is wrong with a draft, by field, in words that say how to mend it. */
export function checkDraft(draft: ConditionDraft, terms: FieldTerms, moneyPlaces: number, t: TFunction): Wrong {
  const places = placesOf(terms, moneyPlaces);
  const amountWrong = (text: string) =>
    readDecimal(text, places) === null ? t(places > 0 ? 'filters.wrong.money' : 'filters.wrong.amount') : null;
  const daysWrong = (text: string) => {
    const days = readDecimal(text, 0);
    return days === null || days > MOST_DAYS ? t('filters.wrong.days') : null;
  };
  const only = (wrong: Readonly<Partial<Record<keyof ConditionDraft, string | null>>>): Wrong =>
    Object.fromEntries(Object.entries(wrong).filter(([, words]) => words !== null));
  switch (draft.is) {
    case 'any-of':
    case 'none-of':
      return only({ values: draft.values.length === 0 ? t('filters.wrong.nothing') : null });
    case 'contains':
      return only({ text: draft.text.trim() === '' ? t('form.required') : null });
    case 'at-least':
    case 'at-most':
      return only({ value: amountWrong(draft.value) });
    case 'from-to': {
      const wrong = only({ from: amountWrong(draft.from), to: amountWrong(draft.to) });
      const backwards = (readDecimal(draft.from, places) ?? 0) > (readDecimal(draft.to, places) ?? 0);
      return Object.keys(wrong).length === 0 && backwards ? { to: t('filters.wrong.span') } : wrong;
    }
    case 'bought-within':
    case 'not-bought-within':
      return only({
        values: draft.values.length === 0 ? t('filters.wrong.nothing') : null,
        days: daysWrong(draft.days),
      });
    case 'more-than-days-ago':
    case 'within-days':
      return only({ days: daysWrong(draft.days) });
    case 'between': {
      const dateWrong = (text: string) => (isDate(text) ? null : t('filters.wrong.date'));
      const wrong = only({ from: dateWrong(draft.from), to: dateWrong(draft.to) });
      return Object.keys(wrong).length === 0 && draft.from > draft.to ? { to: t('filters.wrong.span') } : wrong;
    }
    default:
      return {};
  }
}

/** The condition that a draft says; only of one in which nothing is wrong. */
export function conditionOf(draft: ConditionDraft, terms: FieldTerms, moneyPlaces: number): Condition {
  const { field, is } = draft;
  const places = placesOf(terms, moneyPlaces);
  const amount = (text: string) => readDecimal(text, places) ?? 0;
  switch (is) {
    case 'any-of':
    case 'none-of':
      return { field, is, values: [...draft.values] };
    case 'bought-within':
    case 'not-bought-within':
      return { field, is, values: [...draft.values], days: readDecimal(draft.days, 0) ?? 0 };
    case 'contains':
      return { field, is, text: draft.text.trim() };
    case 'at-least':
    case 'at-most':
      return { field, is, value: amount(draft.value) };
    case 'from-to':
      return { field, is, from: amount(draft.from), to: amount(draft.to) };
    case 'more-than-days-ago':
    case 'within-days':
      return { field, is, days: readDecimal(draft.days, 0) ?? 0 };
    case 'between':
      return { field, is, from: draft.from, to: draft.to };
    case 'in-month':
      return { field, is, month: Number(draft.month) };
    case 'given':
    case 'withdrawn':
    case 'not-asked':
      return { field, is, purpose: draft.purpose };
    default:
      return { field, is };
  }
}
