import { Button, Group, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../../lib/api.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';

interface BackupSettingsProps {
  readonly everyMinutes: number;
  readonly secondFolder: string | null;
  /** Where the host can show folders; else the path is typed. */
  readonly canChoose: boolean;
}

const MINUTES = [15, 20, 25, 30] as const;

/** How often, and where to besides the data folder. */
export function BackupSettings({ everyMinutes, secondFolder, canChoose }: BackupSettingsProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const configure = useMutation(trpc.backups.configure.mutationOptions());
  const choose = useMutation(trpc.backups.chooseFolder.mutationOptions());
  const form = useForm({
    initial: { everyMinutes: String(everyMinutes), secondFolder: secondFolder ?? '' },
    save: async (values) => {
      await configure.mutateAsync({
        everyMinutes: Number(values.everyMinutes),
        secondFolder: values.secondFolder.trim() || null,
      });
      notifications.show({ message: t('backups.settings.saved') });
    },
    refusalFields: {
      'folder-not-whole': 'secondFolder',
      'folder-missing': 'secondFolder',
      'folder-not-writable': 'secondFolder',
      'folder-is-ours': 'secondFolder',
    },
  });
  const chooseFolder = () =>
    choose.mutate(undefined, { onSuccess: ({ folder }) => folder && form.set({ secondFolder: folder }) });
  return (
    <Form form={form} label={t('backups.settings.title')}>
      <Group align="flex-start" gap="md" wrap="nowrap">
        <Select
          w={200}
          label={t('backups.settings.every')}
          description={t('backups.settings.everyHelp')}
          data={[...new Set([...MINUTES, everyMinutes])]
            .toSorted((a, b) => a - b)
            .map((count) => ({ value: String(count), label: t('backups.settings.minutes', { count }) }))}
          allowDeselect={false}
          {...form.field('everyMinutes')}
        />
        <TextInput
          flex={1}
          label={t('backups.settings.second')}
          description={t('backups.settings.secondHelp')}
          placeholder={t('backups.settings.secondPlaceholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={1000}
          {...form.field('secondFolder')}
        />
      </Group>
      <Group justify="flex-end" align="flex-end" gap="sm">
        {canChoose && (
          <Button variant="default" loading={choose.isPending} onClick={chooseFolder}>
            {t('backups.settings.choose')}
          </Button>
        )}
        <FormActions form={form} save={t('backups.settings.save')} />
      </Group>
    </Form>
  );
}
