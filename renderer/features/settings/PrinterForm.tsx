import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReceiptPrinter } from '../../../shared/contract/receipts.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { languageOf } from '../../lib/i18n.ts';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { checkPrinterDraft, printerDraft, printerOf } from './printer-draft.ts';

const PAPERS = ['48', '42', '32'] as const;

/** A printer on the shop's network; what was printed by this computer is so again once it is removed. */
export function PrinterForm({ printer }: { readonly printer: ReceiptPrinter | null }) {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const save = useMutation(
    trpc.receipts.savePrinter.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.receipts.printer.queryFilter()),
    }),
  );
  const form = useForm({
    initial: printerDraft(printer),
    check: (draft) => checkPrinterDraft(draft, t),
    save: async (draft) => {
      await save.mutateAsync(printerOf(draft).data ?? null);
      notifications.show({ message: t('receipts.printer.saved') });
    },
  });
  const remove = () =>
    save.mutate(null, {
      onSuccess: () => notifications.show({ message: t('receipts.printer.removed') }),
      onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
    });
  const test = useMutation(
    trpc.receipts.printTestPage.mutationOptions({
      onSuccess: () => notifications.show({ message: t('receipts.printer.tested') }),
    }),
  );
  return (
    <Form form={form} label={t('receipts.printer.title')}>
      <Text c="dimmed">{t('receipts.printer.body')}</Text>
      <Group align="flex-start" gap="md" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('receipts.printer.host')}
          description={t('receipts.printer.hostHelp')}
          autoComplete="off"
          maxLength={120}
          {...form.field('host')}
        />
        <TextInput
          w={120}
          label={t('receipts.printer.port')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          {...form.field('port')}
        />
        <Select
          w={200}
          label={t('receipts.printer.paper')}
          data={PAPERS.map((value) => ({ value, label: t(`receipts.printer.columns.${value}`) }))}
          {...form.field('columns')}
        />
      </Group>
      {test.error && (
        <Text role="alert" c="var(--danger)">
          {errorWords(test.error).text}
        </Text>
      )}
      <Group justify="space-between" align="flex-end">
        {printer && (
          <Group gap="sm">
            <Button
              variant="default"
              loading={test.isPending}
              disabled={form.dirty}
              title={form.dirty ? t('receipts.printer.testSaved') : undefined}
              onClick={() => test.mutate({ language: languageOf(i18n.language) })}
            >
              {t('receipts.printer.test')}
            </Button>
            <Button variant="default" onClick={remove}>
              {t('receipts.printer.remove')}
            </Button>
          </Group>
        )}
        <Group ml="auto">
          <FormActions form={form} save={t('receipts.printer.save')} />
        </Group>
      </Group>
    </Form>
  );
}
