import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../../lib/api.ts';
import { useMay } from '../../../lib/signed-in.ts';
import { RelativeTime } from '../../../ui/facts/RelativeTime.tsx';
import { SettingsSection } from '../SettingsSection.tsx';

/** When the store was last backed up, and the way to its backups; for those who may change the settings. */
export function BackupsSection() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const may = useMay('settings.write');
  const status = useQuery({ ...trpc.backups.status.queryOptions(), enabled: may });
  if (!may) return null;
  return (
    <SettingsSection
      title={t('backups.title')}
      action={
        <Button variant="default" onClick={() => void navigate({ to: '/settings/backups' })}>
          {t('backups.open')}
        </Button>
      }
    >
      {status.data && (
        <Text>
          {`${t('backups.last')}: `}
          {status.data.lastGoodAtMs === null ? t('backups.never') : <RelativeTime atMs={status.data.lastGoodAtMs} />}
        </Text>
      )}
    </SettingsSection>
  );
}
