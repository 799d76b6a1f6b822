import { Select, TextInput } from '@mantine/core';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type CustomField, LONGEST_TEXT } from '../../../shared/members/custom-fields.ts';

interface CustomFieldInputProps {
  readonly field: CustomField;
  /** Whether it is marked as one that must be filled. */
  readonly required?: boolean;
  readonly name: string;
  readonly value: string | undefined;
  readonly error: string | undefined;
  readonly onChange: (next: ChangeEvent<HTMLInputElement> | string | null) => void;
}

/** The input that fits what a field of the store's own holds. */
export function CustomFieldInput({ field, required = false, value = '', ...rest }: CustomFieldInputProps) {
  const { t } = useTranslation();
  const { name, kind, options } = field;
  if (kind === 'flag' || kind === 'choice') {
    const data =
      kind === 'flag'
        ? (['yes', 'no'] as const).map((each) => ({ value: each, label: t(`memberFields.${each}`) }))
        : options
            .filter(({ key, retired }) => !retired || String(key) === value)
            .map((option) => ({ value: String(option.key), label: option.name }));
    const none = { value: '', label: t('facts.unknown') };
    return <Select label={name} withAsterisk={required} data={[none, ...data]} value={value} {...rest} />;
  }
  const typing = {
    text: { maxLength: LONGEST_TEXT },
    whole: { inputMode: 'numeric', maxLength: 11 },
    date: { type: 'date' },
  } as const;
  return (
    <TextInput label={name} withAsterisk={required} autoComplete="off" {...typing[kind]} value={value} {...rest} />
  );
}
