import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import type { FormState } from '../form/use-form.ts';
import type { EnrolDraft } from './enrol-draft.ts';

/** Who brought the member along, by code, phone or card; who that is stands below as soon as it is known. */
export function ReferrerField({ field }: { readonly field: ReturnType<FormState<EnrolDraft>['field']> }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const [typed] = useDebouncedValue(String(field.value).trim(), 200);
  const found = useQuery({
    ...trpc.members.referrer.queryOptions({ typed }),
    enabled: typed.length >= 4,
    retry: false,
  });
  const referrer = typed.length >= 4 ? found.data : undefined;
  const who = referrer && [referrer.name, referrer.phoneMasked].filter(Boolean).join(' · ');
  return (
    <TextInput
      label={t('enrol.referrer')}
      description={<span aria-live="polite">{who || t('enrol.referrerHelp')}</span>}
      autoComplete="off"
      maxLength={40}
      {...field}
      value={String(field.value)}
    />
  );
}
