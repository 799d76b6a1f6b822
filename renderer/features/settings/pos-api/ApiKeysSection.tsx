import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKeyRow } from '../../../../shared/contract/api-keys.contract.ts';
import { useTRPC } from '../../../lib/api.ts';
import { useErrorWords } from '../../../lib/error-words.ts';
import { useMay } from '../../../lib/signed-in.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { SettingsSection } from '../SettingsSection.tsx';
import tableClasses from '../SettingsTable.module.css';
import { ApiKeyDialog } from './ApiKeyDialog.tsx';
import { ApiKeyTable } from './ApiKeyTable.tsx';

/** The keys by which the till's software is let in: made, looked at, revoked. For those who may change it. */
export function ApiKeysSection() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const may = useMay('settings.write');
  const keys = useQuery({ ...trpc.apiKeys.list.queryOptions(), enabled: may });
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<ApiKeyRow | null>(null);
  const [shown, setShown] = useState(asked);
  if (asked && asked !== shown) setShown(asked);
  const revoke = useMutation(
    trpc.apiKeys.revoke.mutationOptions({
      onSuccess: () => notifications.show({ message: t('posApi.keys.revokedDone', { name: shown?.name ?? '' }) }),
      onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
      onSettled: () => setAsked(null),
    }),
  );
  if (!may) return null;
  return (
    <SettingsSection
      title={t('posApi.keys.title')}
      action={
        <Button
          variant="default"
          leftSection={<IconKey size={16} stroke={1.5} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('posApi.keys.add')}
        </Button>
      }
    >
      {keys.error && <ErrorState error={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.isPending && <LoadingState lines={2} />}
      {keys.data?.length === 0 && <p className={tableClasses.none}>{t('posApi.keys.none')}</p>}
      {keys.data && keys.data.length > 0 && <ApiKeyTable keys={keys.data} onRevoke={setAsked} />}
      {adding && <ApiKeyDialog onClose={() => setAdding(false)} />}
      <ConfirmDialog
        opened={asked !== null}
        title={t('posApi.keys.revokeTitle', { name: shown?.name ?? '' })}
        body={t('posApi.keys.revokeBody', { ending: shown?.ending ?? '' })}
        confirm={t('posApi.keys.revoke')}
        danger
        busy={revoke.isPending}
        onConfirm={() => asked && revoke.mutate({ keyId: asked.keyId })}
        onCancel={() => setAsked(null)}
      />
    </SettingsSection>
  );
}
