import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useMay } from '../../lib/signed-in.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';

/** Puts the sample store aside and returns to the first run. */
export function LeaveSample() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const [asking, setAsking] = useState(false);
  const leave = useMutation(
    trpc.app.leaveSample.mutationOptions({
      onSuccess: ({ keptAs }) => {
        notifications.show({ message: t('settings.sample.keptAs', { file: keptAs }) });
        // Nothing that was read belongs to what comes next.
        void queries.resetQueries();
      },
    }),
  );
  if (!useMay('settings.write')) return <NoPermission right="settings.write" />;
  return (
    <Stack gap="sm" align="flex-start">
      <Text>{t('settings.sample.body')}</Text>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('settings.sample.leave')}
      </Button>
      {leave.error && (
        <Text role="alert" c="var(--danger)">
          {errorWords(leave.error).text}
        </Text>
      )}
      <ConfirmDialog
        opened={asking}
        title={t('settings.sample.confirmTitle')}
        body={t('settings.sample.confirmBody')}
        confirm={t('settings.sample.leave')}
        busy={leave.isPending}
        onConfirm={() => leave.mutate(undefined, { onSettled: () => setAsking(false) })}
        onCancel={() => setAsking(false)}
      />
    </Stack>
  );
}
