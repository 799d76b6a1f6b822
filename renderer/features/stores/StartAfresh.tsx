import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

/** The store's file will not come back and there is no backup to restore: the first run, once somebody is sure. */
export function StartAfresh() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const afresh = useMutation(
    trpc.recovery.startAfresh.mutationOptions({ onSettled: () => void queries.resetQueries() }),
  );
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t('backups.recovery.afresh')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('backups.recovery.afreshTitle')}
        body={t('backups.recovery.afreshBody')}
        confirm={t('backups.recovery.afresh')}
        busy={afresh.isPending}
        onConfirm={() => afresh.mutate()}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
