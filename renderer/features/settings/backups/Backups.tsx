import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDatabaseExport } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { refusalOf, useTRPC } from '../../../lib/api.ts';
import { useErrorWords } from '../../../lib/error-words.ts';
import { Page } from '../../../ui/Page.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { SettingsSection } from '../SettingsSection.tsx';
import { BackupList } from './BackupList.tsx';
import { BackupSettings } from './BackupSettings.tsx';
import { BackupState } from './BackupState.tsx';
import { RestoreDoorContext, useDoorOfSettings } from './restore-door.ts';
import { SupportFile } from './SupportFile.tsx';

/** How the backups stand, the list to restore from, when and where to, and the file for support. */
export function Backups() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const door = useDoorOfSettings();
  const status = useQuery(trpc.backups.status.queryOptions());
  const list = useQuery(trpc.backups.list.queryOptions());
  const make = useMutation(
    trpc.backups.make.mutationOptions({
      onSuccess: () => notifications.show({ message: t('backups.made') }),
      onError: (error) => {
        const stopped = refusalOf(error)?.reason === 'backup-cancelled';
        notifications.show({ ...(stopped ? {} : { color: 'red' }), message: errorWords(error).text });
      },
    }),
  );
  return (
    <Page
      title={t('backups.title')}
      actions={
        <Button
          leftSection={<IconDatabaseExport size={16} stroke={1.5} aria-hidden />}
          loading={make.isPending}
          disabled={status.data?.check?.sound === false}
          onClick={() => make.mutate()}
        >
          {t('backups.now')}
        </Button>
      }
    >
      {status.error && <ErrorState error={status.error} onRetry={() => void status.refetch()} />}
      {status.isPending && <LoadingState lines={4} />}
      {status.data && <BackupState status={status.data} />}
      <SettingsSection title={t('backups.list.title')}>
        {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <LoadingState lines={4} />}
        {list.data?.length === 0 && (
          <EmptyState
            icon={<IconDatabaseExport size={24} stroke={1.5} aria-hidden />}
            title={t('backups.list.none')}
            body={t('backups.list.noneBody')}
          />
        )}
        {list.data && list.data.length > 0 && (
          <RestoreDoorContext value={door}>
            {/* Nothing that was read belongs to the store that was restored. */}
            <BackupList backups={list.data} onRestored={() => void queries.resetQueries()} />
          </RestoreDoorContext>
        )}
      </SettingsSection>
      {status.data && (
        <SettingsSection title={t('backups.settings.title')}>
          <BackupSettings
            key={`${status.data.everyMinutes} ${status.data.secondFolder}`}
            everyMinutes={status.data.everyMinutes}
            secondFolder={status.data.secondFolder}
            canChoose={status.data.canShowFolders}
          />
        </SettingsSection>
      )}
      <SettingsSection title={t('backups.support.title')}>
        <SupportFile />
      </SettingsSection>
    </Page>
  );
}
