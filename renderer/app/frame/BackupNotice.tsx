import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDatabaseExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';

/** Quiet, and only for those who can do something about it: a backup was not made. */
export function BackupNotice() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const may = useMay('settings.write');
  const { data } = useQuery({ ...trpc.backups.status.queryOptions(), enabled: may });
  if (!may || !(data?.failure || data?.secondFailure)) return null;
  return (
    <Tooltip label={t('backups.notice')}>
      <ActionIcon
        variant="subtle"
        color="amber"
        size={36}
        aria-label={t('backups.notice')}
        onClick={() => void navigate({ to: '/settings/backups' })}
      >
        <IconDatabaseExclamation size={20} stroke={1.5} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
