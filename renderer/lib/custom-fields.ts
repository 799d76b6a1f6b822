import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { type CustomField, keptValue, LONGEST_TEXT } from '../../shared/members/custom-fields.ts';
import { type CustomName, customName } from '../../shared/members/profile-values.ts';
import { useTRPC } from './api.ts';
import type { Format } from './format.ts';

const NONE: readonly CustomField[] = [];

/** The fields that the store defined, in their order, also the retired ones; none until they are known. */
export function useCustomFields(): readonly CustomField[] {
  const trpc = useTRPC();
  return useQuery(trpc.memberFields.list.queryOptions()).data ?? NONE;
}

/** What a value of a field says. */
export function customWords({ kind, options }: CustomField, value: string, t: TFunction, format: Format): string {
  switch (kind) {
    case 'text':
      return value;
    case 'whole':
      return format.count(Number(value));
    case 'date':
      return format.date(value);
    case 'flag':
      return t(value === 'yes' ? 'memberFields.yes' : 'memberFields.no');
    case 'choice':
      return options.find(({ key }) => String(key) === value)?.name ?? value;
  }
}

/** The store's own fields in a form: text as typed, by `custom.<id>`. */
export type CustomDraft = { readonly [own: CustomName]: string | undefined };

/** What is wrong with what was typed, at the fields. `required`: whether those that must be filled are missed. */
export function checkCustom(
  fields: readonly CustomField[],
  draft: CustomDraft,
  required: boolean,
  t: TFunction,
): Record<CustomName, string | undefined> {
  const wrong = (field: CustomField) => {
    const text = draft[customName(field.fieldId)]?.trim() ?? '';
    if (text === '') return required && field.required ? t('form.required') : undefined;
    return keptValue(field, text) === null ? t(`memberFields.bad.${field.kind}`, { most: LONGEST_TEXT }) : undefined;
  };
  return Object.fromEntries(fields.map((field) => [customName(field.fieldId), wrong(field)]));
}
