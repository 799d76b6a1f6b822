import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readHqAddress } from '../../../../shared/trust/hq-address.ts';
import { useTRPC } from '../../../lib/api.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';

interface EnrolFormProps {
  /** Where headquarters was so far; empty for none. */
  readonly address: string;
  readonly onEnrolled: () => void;
  readonly onLeave?: () => void;
}

/** What a refusal is about; the others are about the two together. */
const FIELDS = {
  'hq-address-bad': 'address',
  'hq-unreachable': 'address',
  'hq-not-there': 'address',
  'hq-code-mistyped': 'code',
  'hq-code-refused': 'code',
  'hq-code-expired': 'code',
  'hq-store-known': 'code',
  'hq-other-store': 'code',
} as const;

/** Address and code, as headquarters shows them. */
export function EnrolForm({ address, onEnrolled, onLeave }: EnrolFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const enrol = useMutation(trpc.headquarters.enrol.mutationOptions());
  const form = useForm({
    initial: { address, code: '' },
    check: (typed) => ({
      address: addressProblem(typed.address),
      code: typed.code.trim() === '' ? t('headquarters.codeMissing') : undefined,
    }),
    save: async (typed) => {
      const { storeName } = await enrol.mutateAsync(typed);
      notifications.show({ message: t('headquarters.enrolled', { name: storeName }) });
      onEnrolled();
    },
    refusalFields: FIELDS,
  });
  function addressProblem(typed: string): string | undefined {
    if (typed.trim() === '') return t('headquarters.addressMissing');
    return readHqAddress(typed) ? undefined : t('refusals.hq-address-bad');
  }
  return (
    <Form form={form} label={t('headquarters.enrol')} {...(onLeave ? { onLeave } : {})}>
      <TextInput
        maw={420}
        label={t('headquarters.address')}
        description={t('headquarters.addressHelp')}
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        {...form.field('address')}
      />
      <TextInput
        maw={420}
        label={t('headquarters.code')}
        description={t('headquarters.codeHelp')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={100}
        styles={{ input: { fontVariantNumeric: 'tabular-nums' } }}
        {...form.field('code')}
      />
      <FormActions form={form} save={t('headquarters.enrol')} />
    </Form>
  );
}
