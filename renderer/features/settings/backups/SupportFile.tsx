import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPCClient } from '../../../lib/api.ts';
import { useErrorWords } from '../../../lib/error-words.ts';
import { saveBlob } from '../../../ui/chart/save-blob.ts';

/** Saves what whoever helps needs to know. */
export function SupportFile() {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const errorWords = useErrorWords();
  const save = useMutation({
    mutationFn: () => client.recovery.supportFile.query(),
    onSuccess: ({ name, text }) => {
      saveBlob(new Blob([text], { type: 'text/plain;charset=utf-8' }), name);
      notifications.show({ message: t('backups.support.saved') });
    },
    onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
  });
  return (
    <Stack gap="sm" align="flex-start">
      <Text c="dimmed">{t('backups.support.body')}</Text>
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {t('backups.support.save')}
      </Button>
    </Stack>
  );
}
