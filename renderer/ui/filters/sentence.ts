import type { TFunction } from 'i18next';
import type { Condition } from '../../../shared/lists/conditions.ts';
import type { Format } from '../../lib/format.ts';
import type { FilterTerms } from './filter-terms.ts';

/** The name of a month, 1 to 12. */
export const monthWords = (month: number, language: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1));

const amountWords = (value: number, field: string, { fields }: FilterTerms, t: TFunction, format: Format): string => {
  const terms = fields[field];
  const unit = terms?.kind === 'amount' ? terms.unit : 'count';
  if (unit === 'money') return format.money(value);
  return unit === 'points' ? t('filters.points', { count: value }) : format.count(value);
};

/** A condition as a sentence: "Tier is gold or silver". */
export function sentence(
  condition: Condition,
  terms: FilterTerms,
  t: TFunction,
  format: Format,
  language: string,
): string {
  const field = terms.words(condition.field);
  const amount = (value: number) => amountWords(value, condition.field, terms, t, format);
  switch (condition.is) {
    case 'any-of':
    case 'none-of':
    case 'bought-within':
    case 'not-bought-within': {
      const words = new Map(terms.choices(condition.field).map((choice) => [choice.value, choice.words]));
      const values = condition.values.map((value) => words.get(value) ?? value);
      return t(`filters.sentence.${condition.is}`, {
        field,
        count: 'days' in condition ? condition.days : 0,
        values: new Intl.ListFormat(language, { type: 'disjunction' }).format(values),
      });
    }
    case 'at-least':
    case 'at-most':
      return t(`filters.sentence.${condition.is}`, { field, value: amount(condition.value) });
    case 'from-to':
      return t('filters.sentence.from-to', { field, from: amount(condition.from), to: amount(condition.to) });
    case 'more-than-days-ago':
    case 'within-days':
      return t(`filters.sentence.${condition.is}`, { field, count: condition.days });
    case 'between':
      return t('filters.sentence.between', {
        field,
        from: format.date(condition.from),
        to: format.date(condition.to),
      });
    case 'yes':
    case 'no':
      return terms.flag(condition.field, condition.is);
    case 'contains':
      return t('filters.sentence.contains', { field, text: condition.text });
    case 'in-month':
      return t('filters.sentence.in-month', { field, month: monthWords(condition.month, language) });
    case 'given':
    case 'withdrawn':
    case 'not-asked':
      return t(`filters.sentence.${condition.is}`, { purpose: t(`members.consent.purpose.${condition.purpose}`) });
    default:
      return t(`filters.sentence.${condition.is}`, { field });
  }
}
