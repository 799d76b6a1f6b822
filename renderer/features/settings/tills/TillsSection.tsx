import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCashRegister } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillRow } from '../../../../shared/contract/tills.contract.ts';
import { useTRPC } from '../../../lib/api.ts';
import { useErrorWords } from '../../../lib/error-words.ts';
import { useMay } from '../../../lib/signed-in.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { SettingsSection } from '../SettingsSection.tsx';
import { TillDialog } from './TillDialog.tsx';
import { TillTable } from './TillTable.tsx';

/** The store's tills: added, renamed, and which of them this computer is. For those who may change it. */
export function TillsSection() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const may = useMay('settings.write');
  const tills = useQuery({ ...trpc.tills.list.queryOptions(), enabled: may });
  const [edited, setEdited] = useState<TillRow | 'new' | null>(null);
  const [asked, setAsked] = useState<TillRow | null>(null);
  // While it closes it shows what it showed.
  const [shown, setShown] = useState(asked);
  if (asked && asked !== shown) setShown(asked);
  const code = shown?.code ?? '';
  const choose = useMutation(
    trpc.tills.choose.mutationOptions({
      onSuccess: () => notifications.show({ message: t('tills.chosen', { code }) }),
      onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
      onSettled: () => setAsked(null),
    }),
  );
  if (!may) return null;
  return (
    <SettingsSection
      title={t('tills.title')}
      action={
        <Button
          variant="default"
          leftSection={<IconCashRegister size={16} stroke={1.5} aria-hidden />}
          onClick={() => setEdited('new')}
        >
          {t('tills.add')}
        </Button>
      }
    >
      {tills.error && <ErrorState error={tills.error} onRetry={() => void tills.refetch()} />}
      {tills.isPending && <LoadingState lines={2} />}
      {tills.data && (
        <>
          <TillTable tills={tills.data} onRename={setEdited} onChoose={setAsked} />
          <TillDialog till={edited} known={tills.data.map((till) => till.code)} onClose={() => setEdited(null)} />
        </>
      )}
      <ConfirmDialog
        opened={asked !== null}
        title={t('tills.chooseTitle', { code })}
        body={t('tills.chooseBody', { code })}
        confirm={t('tills.choose')}
        busy={choose.isPending}
        onConfirm={() => asked && choose.mutate({ tillId: asked.tillId })}
        onCancel={() => setAsked(null)}
      />
    </SettingsSection>
  );
}
