import { Group, Select, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ScannerTerms } from '../../../../shared/tills/scanner-terms.ts';
import { useTRPC } from '../../../lib/api.ts';
import { useStoreFacts } from '../../../lib/store-facts.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { ScannerTrial } from './ScannerTrial.tsx';
import { checkScanner, type ScannerDraft, SUFFIXES, scannerDraft, termsOf } from './scanner-draft.ts';

/** Beyond it, some people's fingers are as fast. */
const SURE_GAP_MS = 60;

export function ScannerForm({ terms }: { readonly terms: ScannerTerms }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { tillCode } = useStoreFacts();
  const save = useMutation(trpc.tills.saveScanner.mutationOptions());
  const form = useForm<ScannerDraft>({
    initial: scannerDraft(terms),
    check: (draft) => checkScanner(draft, t),
    save: async (draft) => {
      const wanted = termsOf(draft);
      if (wanted) await save.mutateAsync(wanted);
      notifications.show({ message: t('scanner.saved') });
    },
  });
  const wanted = termsOf(form.values);
  return (
    <Form form={form} label={t('scanner.title')}>
      <Text c="dimmed">{t('scanner.body', { till: tillCode })}</Text>
      <Group align="flex-start" gap="md" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('scanner.gap')}
          description={wanted && wanted.gapMs > SURE_GAP_MS ? t('scanner.slow') : t('scanner.gapHelp')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          {...form.field('gapMs')}
        />
        <TextInput
          flex={1}
          label={t('scanner.prefix')}
          description={t('scanner.prefixHelp')}
          autoComplete="off"
          maxLength={8}
          {...form.field('prefix')}
        />
        <Select
          w={160}
          label={t('scanner.suffix')}
          data={SUFFIXES.map((value) => ({ value, label: t(`scanner.suffixes.${value}`) }))}
          allowDeselect={false}
          {...form.field('suffix')}
        />
        {form.values.suffix === 'text' && (
          <TextInput
            w={160}
            label={t('scanner.suffixText')}
            autoComplete="off"
            maxLength={8}
            {...form.field('suffixText')}
          />
        )}
      </Group>
      <ScannerTrial terms={wanted} onTake={(gapMs, suffix) => form.set({ gapMs: String(gapMs), suffix })} />
      <FormActions form={form} save={t('scanner.save')} />
    </Form>
  );
}
